import { describe, expect, it } from 'vitest';

import { citation } from './citation.js';
import { exampleDataset, exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import { downloadFileName } from './file-name.js';
import { composeImported2018 } from './import-2018.js';
import { toLiveGeoJson } from './live-geojson.js';
import { toEarlyImplementersGeoJson } from './to-early-implementers-geojson.js';
import { toFrameGeoJson } from './to-frame-geojson.js';
import { toHospitalsGeoJson } from './to-hospitals-geojson.js';
import { toHospitalsRows } from './to-hospitals-rows.js';
import { toRoundsList } from './to-rounds-list.js';
import { toSummary } from './to-summary.js';

const frame = exampleFrame(175);
const head = {
  id: 'acute-ed-2018',
  title: 'Listed frame',
  source: 'test frame',
  asOf: '2018-02',
  hash: 'a'.repeat(64),
};
const report = composeImported2018(frame, {
  publishedAt: '2026-11-20T12:00:00.000Z',
  instrument: { key: 'iapt-liaison', version: '1.0', contentHash: 'c'.repeat(64) },
  codeVersion: 'test',
  frame: head,
});
const answers = { RW603: { treats: 'yes', inReach: 'yes', score: 80, nameScore: false } } as const;
const demo = exampleRelease('synthetic', frame, answers);
const sha256 = 'd'.repeat(64);

describe('summary.json of 2017-18', () => {
  const summary = toSummary(report, sha256);

  it('has the members of the contract and no more', () => {
    expect(Object.keys(summary)).toEqual([
      'round',
      'kind',
      'asAt',
      'note',
      'release',
      'frame',
      'forms',
      'indicators',
      'scores',
    ]);
    expect([summary.round, summary.kind, summary.asAt]).toEqual([
      '2017-18',
      'published-facts',
      'December 2017 to January 2018',
    ]);
    expect(Object.keys(summary.indicators[0] ?? {})).toEqual([
      'id',
      'yes',
      'no',
      'dontKnow',
      'notKnown',
      'frame',
      'lower',
      'upper',
      'amongRespondents',
      'interval',
    ]);
  });

  it('sends proportions unrounded', () => {
    expect(summary.indicators.map(({ lower, upper }) => [lower, upper])).toEqual([
      [31 / 179, 1 - 18 / 179],
      [3 / 179, 1 - 62 / 179],
    ]);
  });

  it('says what the 179 assume', () => {
    expect(summary.note).toMatch(
      /179 hospitals that the source declares without listing.*74 different hospitals/,
    );
    expect(toSummary(demo, sha256).note).toBe('Shares are of the 175 hospitals listed in the frame.');
  });
});

describe('hospitals as open data', () => {
  const points = toHospitalsGeoJson(demo, sha256);
  const { columns, rows } = toHospitalsRows(demo);

  it('carry kind and moment on every row and feature, and SYNTHETIC on the file', () => {
    expect(points.notice).toMatch(/^SYNTHETIC/);
    expect(toHospitalsGeoJson(report, sha256).notice).toBeUndefined();
    for (const { properties } of points.features) {
      expect([properties.kind, properties.asAt]).toEqual(['synthetic', demo.asAt]);
    }
    for (const row of rows) expect(row).toContain('synthetic');
  });

  it('stand at longitude, latitude', () => {
    expect(points.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [-2.121816, 53.553253] });
  });

  it('are the same in the table as on the map', () => {
    expect(columns.slice(0, 11)).toEqual([
      'odsCode',
      'name',
      'trust',
      'trustCode',
      'region',
      'icb',
      'icbCode',
      'category',
      'label',
      'kind',
      'asAt',
    ]);
    expect(rows).toHaveLength(175);
    for (const [at, { properties }] of points.features.entries()) {
      expect(Object.keys(properties)).toEqual(columns);
      expect(rows[at]).toEqual(
        Object.values(properties).map((value) =>
          value === null ? '' : typeof value === 'boolean' ? String(value) : value,
        ),
      );
    }
  });

  it('leave the cell of an unpublished score empty, never 0', () => {
    expect(rows[0]?.[columns.indexOf('category')]).toBe('GP');
    expect(rows[0]?.[columns.indexOf('score')]).toBe('');
    const published = toHospitalsRows(report);
    expect(published.rows[0]?.[columns.indexOf('score')]).toBe(59);
  });
});

describe('the frame and the programme', () => {
  it('list whom the frame lists, one of another kind included that a person put in', () => {
    const table = [
      ...frame,
      { ...exampleFrame(5)[4]!, odsCode: 'ZZ999', siteCategory: 'childrens_ed' as const },
    ];
    const geoJson = toFrameGeoJson(head, table);
    expect(geoJson.features).toHaveLength(176);
    expect(geoJson.frame.listedSize).toBe(176);
  });

  it('draw an early implementer from its CCGs, and nowhere when one of them is not known', () => {
    const square = [
      [
        [-2, 53],
        [-1, 53],
        [-1, 54],
        [-2, 53],
      ],
    ];
    const site = (id: string, ccgCodes: readonly string[]) => ({
      id,
      programme: 'IAPT-LTC',
      wave: 1,
      name: id,
      ccgNames: '',
      ccgCodes,
      conditions: '',
      leadProvider: '',
      source: 'test',
      confidence: 'high',
      notes: '',
    });
    const geoJson = toEarlyImplementersGeoJson(
      {
        waves: [
          { programme: 'IAPT-LTC', wave: 1, label: 'Wave 1', total: 22, sourced: 8 },
          { programme: 'IAPT-LTC', wave: 2, label: 'Wave 2', total: 15, sourced: 8 },
        ],
        sites: [site('both', ['01A', '02B']), site('one of two', ['01A', '09Z']), site('none', [])],
        totalsSource: 'test',
      },
      new Map([
        ['01A', { type: 'Polygon', coordinates: square }],
        ['02B', { type: 'MultiPolygon', coordinates: [square, square] }],
      ]),
    );
    expect(geoJson.note).toContain('16 of 37');
    expect(geoJson.features.map(({ geometry }) => geometry?.coordinates.length ?? null)).toEqual([
      3,
      null,
      null,
    ]);
  });
});

describe('the list of rounds', () => {
  it('sends kinds in their wire form and no member that the contract lacks', () => {
    const round = {
      id: '2017-18',
      title: 'T',
      kind: 'published_facts',
      state: 'published',
      secret: 1,
      latestRelease: null,
    } as const;
    expect(toRoundsList([round])).toEqual([
      { id: '2017-18', title: 'T', kind: 'published-facts', state: 'published', latestRelease: null },
    ]);
  });
});

describe('names and citations', () => {
  it.each([
    ['2017-18', report, 'liaison-atlas_2017-18_release-1_hospitals.csv'],
    ['a synthetic round', demo, 'SYNTHETIC_liaison-atlas_demo-2026_release-1_hospitals.csv'],
  ] as const)('call the download of %s so that its kind shows', (_round, release, name) => {
    expect(downloadFileName(release, 'hospitals', 'csv')).toBe(name);
  });

  it('keep a strange round id out of the file system', () => {
    const odd = { round: { id: '../a b', kind: 'live' }, number: 2 } as const;
    expect(downloadFileName(odd, 'summary', 'json')).toBe('liaison-atlas_a-b_release-2_summary.json');
  });

  it('cite what, when and which version', () => {
    expect(citation(report, sha256, 'https://atlas.example/rounds/2017-18')).toBe(
      'Liaison Atlas. Survey of English liaison psychiatry services, 2017-18, facts as published in the 2018 report. ' +
        `Release 1 (imported), published 2026-11-20, answers as at December 2017 to January 2018. SHA-256 ${sha256}. ` +
        'https://atlas.example/rounds/2017-18',
    );
    expect(citation(demo, sha256, '')).toMatch(/^SYNTHETIC data, not to be cited as findings\. /);
  });
});

describe('the live picture for the survey lead', () => {
  const dataset = exampleDataset('synthetic', frame, answers);
  const round = { id: 'demo-2026', kind: 'synthetic' } as const;
  const live = toLiveGeoJson({
    round,
    asAt: '2026-11-20T12:00:00.000Z',
    hospitals: frame,
    dataset,
    modes: new Map(),
  });

  it('shows all 175 hospitals with their forms and the code before disclosure rules', () => {
    expect(live.features).toHaveLength(175);
    expect(live.features[0]?.properties).toMatchObject({
      name: 'DEMO Royal Oldham Hospital',
      category: 'G4',
      forms: 1,
      lastSubmittedAt: '2026-11-01T09:00:00.000Z',
      kind: 'synthetic',
    });
    expect(live.features[1]?.properties).toMatchObject({ category: 'NR', forms: 0, lastSubmittedAt: '' });
    expect(live.notice).toMatch(/^SYNTHETIC/);
  });

  it('takes a hospital without a record for one that has not answered', () => {
    const empty = toLiveGeoJson({
      round,
      asAt: 'x',
      hospitals: frame,
      dataset: { hospitals: [] },
      modes: new Map(),
    });
    expect(empty.features.every(({ properties }) => properties.category === 'NR')).toBe(true);
  });
});

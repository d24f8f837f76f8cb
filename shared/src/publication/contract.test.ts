import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import changesSchema from '../../contracts/open-v1/changes.schema.json' with { type: 'json' };
import earlyImplementersSchema from '../../contracts/open-v1/early-implementers.schema.json' with { type: 'json' };
import errorSchema from '../../contracts/open-v1/error.schema.json' with { type: 'json' };
import frameSchema from '../../contracts/open-v1/frame.schema.json' with { type: 'json' };
import hospitalsSchema from '../../contracts/open-v1/hospitals.schema.json' with { type: 'json' };
import releasesSchema from '../../contracts/open-v1/releases.schema.json' with { type: 'json' };
import roundsSchema from '../../contracts/open-v1/rounds.schema.json' with { type: 'json' };
import summarySchema from '../../contracts/open-v1/summary.schema.json' with { type: 'json' };
import { exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import { composeImported2018 } from './import-2018.js';
import type { ReleaseDocument } from './release.js';
import { releaseStamp } from './release-stamp.js';
import { toChanges } from './to-changes.js';
import { toEarlyImplementersGeoJson } from './to-early-implementers-geojson.js';
import { toFrameGeoJson } from './to-frame-geojson.js';
import { toHospitalsGeoJson } from './to-hospitals-geojson.js';
import { toRoundsList } from './to-rounds-list.js';
import { toSummary } from './to-summary.js';

const schemas = {
  changes: changesSchema,
  'early-implementers': earlyImplementersSchema,
  error: errorSchema,
  frame: frameSchema,
  hospitals: hospitalsSchema,
  releases: releasesSchema,
  rounds: roundsSchema,
  summary: summarySchema,
};
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** What is wrong with a value against a schema of the contract; '' = nothing. */
function faults(schema: string, value: unknown): string {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  // As it travels: JSON has no undefined members.
  return validate(JSON.parse(JSON.stringify(value))) ? '' : ajv.errorsText(validate.errors);
}

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
const answers = {
  RW603: { treats: 'yes', inReach: 'yes', score: 80 },
  RH801: { treats: 'yes', inReach: 'yes', score: 12, nameScore: false },
  RA301: { treats: 'no', inReach: 'no', otherService: 'no' },
  ZZ005: { treats: 'dont_know', inReach: 'dont_know' },
} as const;
const live = exampleRelease('live', frame, answers);
const demo = exampleRelease('synthetic', frame, answers);
const silent = exampleRelease('live', frame, {});
const coded = exampleRelease('live', frame, answers, {
  coding: {
    codebookId: 'book',
    codebook: 'Themes',
    version: 1,
    coded: 9,
    notCoded: 1,
    heldBack: 0,
    mostOfOne: 1,
    openQuestions: 1,
    themes: [4, 2].map((comments, at) => ({
      code: `T${at}`,
      name: 'A theme',
      definition: '',
      comments,
      hospitals: comments,
      agreement: { statistic: 'kappa', value: null, observed: 1, comments: 9 },
    })),
  },
});
const sha256 = 'd'.repeat(64);
const released: readonly [string, ReleaseDocument][] = [
  ['2017-18', report],
  ['a live round', live],
  ['a synthetic round', demo],
  ['a round without answers', silent],
  ['a coded round', coded],
];

const implementers = toEarlyImplementersGeoJson(
  {
    waves: [{ programme: 'IAPT-LTC', wave: 1, label: 'Wave 1', total: 22, sourced: 2 }],
    sites: ['02T', ''].map((code, at) => ({
      id: `wave-1-${at}`,
      programme: 'IAPT-LTC',
      wave: 1,
      name: 'Calderdale',
      ccgNames: 'NHS Calderdale CCG',
      ccgCodes: code === '' ? [] : [code],
      conditions: '',
      leadProvider: '',
      source: 'test',
      confidence: 'high',
      notes: '',
    })),
    totalsSource: 'test',
  },
  new Map([
    [
      '02T',
      {
        type: 'Polygon',
        coordinates: [
          [
            [-2, 53],
            [-1, 53],
            [-1, 54],
            [-2, 53],
          ],
        ],
      },
    ],
  ]),
);

describe('the open data contract', () => {
  it.each(Object.entries(schemas))('has a sound JSON Schema 2020-12 for %s', (name, schema) => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`urn:liaison-atlas:open-v1:${name}`);
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  it.each(Object.entries(schemas))('lets no unknown member into %s', (_name, schema) => {
    // Every object that lists its members closes the list; conditions (if, then, allOf) only add to a closed one.
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if (
        'properties' in node &&
        'required' in node &&
        !('additionalProperties' in node) &&
        !/\/(if|then)/.test(path)
      ) {
        open.push(path);
      }
      for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
    };
    walk(schema, '');
    expect(open).toEqual([]);
  });

  it.each(released)('is kept by the summary of %s', (_round, release) => {
    expect(faults('summary', toSummary(release, sha256))).toBe('');
  });

  it.each(released)('is kept by the hospitals of %s', (_round, release) => {
    expect(faults('hospitals', toHospitalsGeoJson(release, sha256))).toBe('');
  });

  it.each(released)('is kept by what changed in %s', (_round, document) => {
    const noted = { document, stamp: releaseStamp(document, sha256), note: 'Hospitals were missing.' };
    const [first] = document.hospitals;
    const empty = { ...document, hospitals: document.hospitals.slice(1), indicators: silent.indicators };
    expect(faults('changes', toChanges(noted, null))).toBe('');
    const changes = toChanges(noted, { ...noted, document: empty });
    expect(faults('changes', changes)).toBe('');
    expect(changes.hospitals.map(({ odsCode }) => odsCode)).toContain(first?.odsCode);
    expect(faults('changes', toChanges({ ...noted, document: empty }, noted))).toBe('');
  });

  it('is kept by the frame, the early implementers, the list of rounds and a refusal', () => {
    expect(faults('frame', toFrameGeoJson(head, frame))).toBe('');
    expect(faults('early-implementers', implementers)).toBe('');
    const round = { id: 'x', title: 'X', kind: 'synthetic', state: 'open' } as const;
    expect(
      faults(
        'rounds',
        toRoundsList([
          { ...round, latestRelease: releaseStamp(demo, sha256) },
          { ...round, latestRelease: null },
        ]),
      ),
    ).toBe('');
    expect(
      faults('error', { code: 'NOT_RELEASED', field: 'id', message: 'Not released.', mend: 'Ask later.' }),
    ).toBe('');
  });

  const summary = toSummary(report, sha256);
  const points = toHospitalsGeoJson(demo, sha256);
  const [first, ...rest] = points.features;
  it.each<[string, string, unknown]>([
    ['an unknown member in a summary', 'summary', { ...summary, secret: 1 }],
    [
      'an unknown member deep in a summary',
      'summary',
      { ...summary, frame: { ...summary.frame, hash: 'x' } },
    ],
    ['a missing count', 'summary', { ...summary, forms: { received: 80 } }],
    [
      'a percentage for a proportion',
      'summary',
      { ...summary, indicators: summary.indicators.map((i) => ({ ...i, upper: 65.4 })) },
    ],
    ['one indicator only', 'summary', { ...summary, indicators: summary.indicators.slice(1) }],
    ['a kind as stored, not as sent', 'summary', { ...summary, kind: 'published_facts' }],
    ['a synthetic summary without notice', 'summary', { ...summary, kind: 'synthetic' }],
    ['a notice on real figures', 'summary', { ...summary, notice: 'SYNTHETIC' }],
    ['synthetic points without notice', 'hospitals', { ...points, notice: undefined }],
    [
      'an unmarked synthetic hospital',
      'hospitals',
      {
        ...points,
        features: [
          { ...first, properties: { ...first?.properties, name: 'Royal Oldham Hospital' } },
          ...rest,
        ],
      },
    ],
    [
      'latitude before longitude',
      'hospitals',
      {
        ...points,
        features: [{ ...first, geometry: { type: 'Point', coordinates: [53.5, -2.1] } }, ...rest],
      },
    ],
    [
      'a score under GP',
      'hospitals',
      { ...points, features: [{ ...first, properties: { ...first?.properties, category: 'GP' } }, ...rest] },
    ],
    ['a coordinate system, which RFC 7946 has no more', 'hospitals', { ...points, crs: {} }],
    ['a refusal without help', 'error', { code: 'NOT_RELEASED', field: '', message: 'No.' }],
    [
      'an early implementer as a pin',
      'early-implementers',
      {
        ...implementers,
        features: implementers.features.map((feature) => ({
          ...feature,
          geometry: { type: 'Point', coordinates: [-2, 53] },
        })),
      },
    ],
  ])('refuses %s', (_fault, schema, value) => {
    expect(faults(schema, value)).not.toBe('');
  });
});

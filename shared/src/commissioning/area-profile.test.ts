import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import areaSchema from '../../contracts/open-v1/area.schema.json' with { type: 'json' };
import areasSchema from '../../contracts/open-v1/areas.schema.json' with { type: 'json' };
import caseStudiesSchema from '../../contracts/open-v1/case-studies.schema.json' with { type: 'json' };
import { LADDER_CODES, type LadderCode } from '../analysis/ladder-code.js';
import { exampleRelease } from '../publication/example-dataset.js';
import { exampleFrame } from '../publication/example-frame.js';
import { composeImported2018 } from '../publication/import-2018.js';
import { areaFigures } from './area-figures.js';
import { areaProfile } from './area-profile.js';
import { isIntegratedExemplar, kmWords, nearestTo } from './nearest.js';
import { ENGLAND, type ProfileArea } from './profile-area.js';
import { prioritiesFor } from './priorities-for.js';
import { publishedGapSentence } from './published-gap-sentence.js';
import { publishedPositions } from './published-position.js';
import { toOpenArea, toOpenAreas } from './to-open-area.js';
import { toOpenCaseStudies } from './to-open-case-studies.js';

const schemas = { area: areaSchema, areas: areasSchema, 'case-studies': caseStudiesSchema };
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictTypes: false });
for (const schema of Object.values(schemas)) ajv.addSchema(schema);
function faults(schema: string, value: unknown): string {
  const validate = ajv.getSchema(`urn:liaison-atlas:open-v1:${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  return validate(JSON.parse(JSON.stringify(value))) ? '' : ajv.errorsText(validate.errors);
}

const frame = exampleFrame(175);
const first = frame[0]!;
const icb: ProfileArea & { readonly level: 'icb' } = {
  level: 'icb',
  code: first.icbCode,
  name: first.icb,
  regionCode: first.regionCode,
  region: first.region,
  icbCode: first.icbCode,
  population: { total: 1000, adults: 800, latitude: 53.5, longitude: -2.1 },
};
const demo = exampleRelease('synthetic', frame, { RW603: { treats: 'yes', inReach: 'yes', score: 80 } });
const live = exampleRelease('live', frame, { RW603: { treats: 'yes', inReach: 'no' } });
const report = composeImported2018(frame, {
  publishedAt: '2026-11-20T12:00:00.000Z',
  instrument: { key: 'iapt-liaison', version: '1.0', contentHash: 'c'.repeat(64) },
  codeVersion: 'test',
  frame: { id: 'acute-ed-2018', title: 'Listed', source: 'test', asOf: '2018-02', hash: 'a'.repeat(64) },
});
const sha256 = 'd'.repeat(64);
const sites = [{ id: 'ei-1', name: 'Unreal site', wave: 1, conditions: '' }];

const sentenceOf = (codes: readonly LadderCode[], roundKind: 'live' | 'synthetic' = 'live'): string =>
  publishedGapSentence({
    area: 'Example ICB',
    roundKind,
    month: 'March 2026',
    hospitals: codes.map((category, at) => ({ name: `Oak ${at}`, category, otherProvision: 'not_known' })),
  });

describe('what a public code tells', () => {
  it('never turns what it leaves open into yes or no', () => {
    expect(publishedPositions('G0')).toEqual({ provision: 'no', inReach: 'not_published' });
    expect(publishedPositions('GP')).toEqual({ provision: 'not_published', inReach: 'yes' });
    for (const code of ['NP', 'NR', 'CF', 'DK'] as const)
      expect(Object.values(publishedPositions(code))).not.toContain('no');
  });
});

describe('the published sentence about an area', () => {
  it('says what is published, and that the others may have answered or not', () => {
    expect(sentenceOf(['G1', 'G0', 'DK', 'GP', 'NP', 'NP'])).toBe(
      'Example ICB: answers of 4 of 6 hospitals are published (March 2026). 1 reports IAPT for LTC/MUS, 1 reports ' +
        'none, at 1 it is not known, of 1 this answer is not published. In-reach reported at Oak 3. 0 did not reply. ' +
        '2 not published: they may have answered or not. Most frequent reported situations: G0, no IAPT provision for ' +
        'MUS/LTC reported (1 hospital; other integrated service on site at 0, none at 0, not known at 1); G1, IAPT ' +
        'treats MUS/LTC, no IAPT in-reach reported (1 hospital; other integrated service on site at 0, none at 0, ' +
        'not known at 1).',
    );
  });

  it('never reads as "none" where nothing is published', () => {
    const sentence = sentenceOf(['NP', 'NP']);
    expect(sentence).toBe(
      'Example ICB: answers of 0 of 2 hospitals are published (March 2026). 0 did not reply. ' +
        '2 not published: they may have answered or not.',
    );
    expect(sentence).not.toMatch(/none|no hospital/i);
  });

  it('has counts that add up to the hospitals, and never writes "gap"', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LADDER_CODES), { minLength: 1, maxLength: 30 }), (codes) => {
        const sentence = sentenceOf(codes, 'synthetic');
        const number = (pattern: RegExp): number => Number(pattern.exec(sentence)?.[1] ?? 0);
        const parts = [
          /(\d+) reports? IAPT/,
          /(\d+) reports? none/,
          /at (\d+) it is not known/,
          /of (\d+) this answer/,
          /(\d+) did not reply/,
          /(\d+) not published/,
        ].map(number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(codes.length);
        expect(sentence).toMatch(/^SYNTHETIC: /);
        expect(sentence).not.toMatch(/\bgap\b/i);
      }),
    );
  });
});

describe('the figures of an area', () => {
  const england = () => ({ lower: 0.2, upper: 0.4 });
  it('are counts only below five hospitals', () => {
    const [treats] = areaFigures(['G1', 'G1', 'G1', 'G1'], england);
    expect(treats).toMatchObject({ yes: 4, hospitals: 4, bounds: null, againstEngland: null });
  });

  it('differ from England only where the ranges do not touch', () => {
    const against = (codes: LadderCode[]) => areaFigures(codes, england)[0]?.againstEngland;
    expect(against(['G1', 'G1', 'G1', 'NP', 'NP'])).toBe('higher');
    expect(against(['G0', 'G0', 'G0', 'G0', 'G0'])).toBe('lower');
    expect(against(['G1', 'NP', 'NP', 'NP', 'NP'])).toBe('cannot_say');
    expect(against(['G0', 'G0', 'G0', 'NP', 'NP'])).toBe('cannot_say');
  });

  it('add up, with the range of what is not known', () => {
    const [treats, inReach] = areaFigures(['G1', 'G0', 'DK', 'NR', 'NP'], england);
    expect(treats).toMatchObject({ yes: 1, no: 1, unknown: 1, noReply: 1, notPublished: 1 });
    expect(treats?.bounds).toEqual({ lower: 0.2, upper: 0.8 });
    // G0 does not tell whether there is in-reach.
    expect(inReach).toMatchObject({ yes: 0, no: 1, unknown: 1, noReply: 1, notPublished: 2 });
  });
});

describe('an area in a round', () => {
  it('has no figures in a published-facts round', () => {
    const { figures, gapSentence } = areaProfile(icb, report);
    expect(figures).toEqual([]);
    expect(gapSentence).toBe(`${icb.name}: not published by area.`);
  });

  it('says how many hospitals stand in no area of its level, because theirs is not known', () => {
    const lost = {
      ...live,
      hospitals: live.hospitals.map((hospital, at) =>
        at < 2 ? { ...hospital, ccgCode: '', icbCode: at === 0 ? '' : hospital.icbCode } : hospital,
      ),
    };
    const size = lost.hospitals.length;
    expect(areaProfile(icb, lost).unplaced).toBe(
      `The ICB of 1 of ${size} hospitals is not known: it is counted for England and in no ICB.`,
    );
    expect(areaProfile({ level: 'ccg', code: 'XXX', name: 'Some CCG' }, lost).unplaced).toBe(
      `The CCG (2018) of 2 of ${size} hospitals is not known: they are counted for England and in no CCG (2018).`,
    );
    expect(areaProfile({ ...icb, level: 'region', code: icb.regionCode }, lost).unplaced).toBe('');
    expect(areaProfile(icb, live).unplaced).toBe('');
  });

  it('without hospitals says so, which is no word on care there', () => {
    const { gapSentence, hospitals } = areaProfile({ level: 'ccg', code: 'XXX', name: 'Empty CCG' }, live);
    expect([hospitals, gapSentence]).toEqual([[], 'Empty CCG: no hospital of the frame lies in this area.']);
  });

  it.each([
    ['2017-18', report],
    ['a live round', live],
    ['a synthetic round', demo],
  ])('keeps the contract: %s', (_round, release) => {
    expect(faults('area', toOpenArea(icb, release, sha256, sites))).toBe('');
    expect(faults('area', toOpenArea({ ...icb, code: 'none' }, release, sha256, sites))).toBe('');
  });

  it('has what a commissioner asks next: England beside it, need, who solved it elsewhere, programme, services', () => {
    const area = toOpenArea(
      icb,
      exampleRelease('live', frame, { RW603: { treats: 'no', inReach: 'no' } }),
      sha256,
      sites,
    );
    expect(area.england.map(({ id }) => id)).toEqual(['iapt-treats-mus-ltc', 'iapt-in-reach']);
    expect(area.need?.results).toMatchObject([
      { id: 'n-ltc', central: 300 },
      { id: 'n-comorbid', low: 90, high: 210 },
      { id: 't-all' },
      { id: 't-exp' },
      { id: 't-25' },
    ]);
    expect(area.gaps.map(({ priority, caseStudies }) => [priority, caseStudies.length > 0])).toEqual([
      [3, true],
      [5, true],
    ]);
    expect([area.programme, area.services]).toEqual([sites, `/open/v1/services.json?area=${icb.code}`]);
    expect(toOpenArea({ ...icb, population: null }, live, sha256, []).need).toBeNull();
  });

  it('keeps the contract as a list, and so does the library', () => {
    const areas = toOpenAreas([icb], frame);
    expect(faults('areas', areas)).toBe('');
    expect(areas[0]?.hospitals).toBeGreaterThan(0);
    expect(faults('case-studies', toOpenCaseStudies())).toBe('');
  });

  it.each([
    ['a synthetic area without notice', { ...toOpenArea(icb, demo, sha256, sites), notice: undefined }],
    [
      'a synthetic sentence without the word',
      { ...toOpenArea(icb, demo, sha256, sites), gapSentence: 'All is well.' },
    ],
    [
      'figures of 2017-18 by area',
      { ...toOpenArea(icb, report, sha256, sites), figures: toOpenArea(icb, live, sha256, sites).figures },
    ],
    ['an unknown member', { ...toOpenArea(icb, live, sha256, sites), population: 0 }],
  ])('the contract refuses %s', (_fault, value) => expect(faults('area', value)).not.toBe(''));
});

describe('the nearest', () => {
  it('is by straight line, and only rated in-reach is an example', () => {
    const near = nearestTo(first, frame, 3);
    expect(near[0]).toMatchObject({ place: { odsCode: 'RW603' }, km: 0 });
    expect(near.map(({ km }) => km)).toEqual(near.map(({ km }) => km).toSorted((a, b) => a - b));
    expect(LADDER_CODES.filter(isIntegratedExemplar).toSorted()).toEqual(['G3', 'G4']);
    expect([kmWords(4.21), kmWords(12.3)]).toEqual(['4.2 km', '12 km']);
  });
});

describe('England and trusts as areas', () => {
  const england = { ...ENGLAND, level: 'england' as const };

  it('tells England by the totals of the release, in a published-facts round too, and its counts add up', () => {
    for (const release of [report, demo, live])
      for (const figure of areaProfile(england, release).figures) {
        const { hospitals, yes, no, unknown, noReply, notPublished } = figure;
        expect(yes + no + unknown + noReply + notPublished).toBe(hospitals);
        expect(figure.againstEngland).toBeNull();
      }
    const { gapSentence, figures } = areaProfile(england, report);
    expect(figures.map(({ yes, no, unknown, noReply }) => [yes, no, unknown, noReply])).toEqual([
      [31, 18, 25, 105],
      [3, 62, 9, 105],
    ]);
    expect(gapSentence).toContain('74 of 179 hospitals answered');
    expect(gapSentence).not.toMatch(/\bgap\b/i);
  });

  it('marks an invented round', () => {
    expect(areaProfile(england, demo).gapSentence).toMatch(/^SYNTHETIC: England/);
  });

  it('tells a trust by its sites of February 2018', () => {
    const trust = { level: 'trust' as const, code: first.trustCode, name: first.trust };
    const { hospitals } = areaProfile(trust, demo);
    expect(hospitals.length).toBeGreaterThan(0);
    expect(hospitals.every(({ trustCode }) => trustCode === first.trustCode)).toBe(true);
  });

  it('keeps the contract without a region and without residents', () => {
    const area: ProfileArea = { ...england, regionCode: '', region: '', icbCode: '', population: null };
    expect(faults('area', toOpenArea(area, report, sha256, sites))).toBe('');
  });
});

describe('the priority areas to look at', () => {
  it('follow what is reported absent or weak, and nothing follows what is not known', () => {
    const numbers = (...codes: LadderCode[]) => prioritiesFor(codes).map(({ area }) => area.number);
    expect(numbers('G0')).toEqual([3, 5]);
    expect(numbers('G01')).toEqual([7, 5]);
    expect(numbers('G2')).toEqual([7, 5]);
    expect(numbers('NP', 'NR', 'DK', 'CF', 'G1U', 'GU', 'GP', 'G3', 'G4')).toEqual([]);
  });
});

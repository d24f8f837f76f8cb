import { describe, expect, it } from 'vitest';

import type { LadderCode } from '../analysis/ladder-code.js';
import { exampleRelease } from '../publication/example-dataset.js';
import { exampleFrame } from '../publication/example-frame.js';
import type { BriefingInput } from './briefing/briefing-input.js';
import { toBriefingServices } from './briefing/briefing-services.js';
import { composeBriefing } from './briefing/compose-briefing.js';
import { composeBusinessCase } from './business-case.js';
import { comparePlaces } from './compare-places.js';
import { ENGLAND, type ProfileArea } from './profile-area.js';
import { publishedGapSentence } from './published-gap-sentence.js';
import { exampleFacts } from './register/example-service.js';
import { recordedWords } from './register/recorded-words.js';
import { showService } from './register/shown-service.js';
import { toOpenService } from './register/to-open-services.js';
import { toOpenArea } from './to-open-area.js';

/*
 * What every text for commissioners says where facts are missing. "Not known" must never read as "none", as no or as 0.
 */
const FRAME = exampleFrame(175);
const FIRST = FRAME[0]!;
const SHA = 'd'.repeat(64);
const ICB: ProfileArea & { readonly level: 'icb' } = {
  level: 'icb',
  code: FIRST.icbCode,
  name: FIRST.icb,
  regionCode: FIRST.regionCode,
  region: FIRST.region,
  icbCode: FIRST.icbCode,
  population: null,
};
const silent = exampleRelease('live', FRAME, {});

const sentenceOf = (...codes: readonly LadderCode[]): string =>
  publishedGapSentence({
    area: 'Example ICB',
    roundKind: 'live',
    month: 'March 2026',
    hospitals: codes.map((category, at) => ({ name: `Oak ${at}`, category, otherProvision: 'not_known' })),
  });

const briefingOf = (more: Partial<BriefingInput> = {}): string => {
  const composed = composeBriefing({
    area: ICB,
    release: silent,
    sha256: SHA,
    status: { replacedBy: null },
    residents: null,
    typed: () => null,
    outline: [],
    from: null,
    services: [],
    address: '/areas/x',
    ...more,
  });
  return JSON.stringify(composed.ok ? composed.value : composed.problems);
};

/** A service of which nothing is told but kind and name. */
const untold = showService(
  { id: 'a', revision: 1, facts: exampleFacts({ name: 'Unreal' }), stamps: {} },
  '2026-01-02',
  (odsCode) => odsCode,
);

describe('a fact that is missing', () => {
  it('of in-reach: where all who answered did not know, the sentence says that, and not that there is none', () => {
    const words = sentenceOf('DK', 'CF', 'NR');
    expect(words).toContain('In-reach reported at none of those published; at 2 it is not known.');
    expect(words).toContain('Whether provision is absent or weak where somebody answered is not known.');
    expect(words).not.toContain('No hospital of those that answered reports');
    expect(sentenceOf('G1', 'DK')).toContain('at 1 it is not known.');
    expect(sentenceOf('G01')).toContain('In-reach reported at none of those published.');
  });

  it('of an area nobody answered in: the sentence counts silence, and says nothing of provision', () => {
    expect(sentenceOf('NR', 'NR')).toBe(
      'Example ICB: 0 of 2 hospitals answered (March 2026). 2 did not reply.',
    );
    expect(sentenceOf('NP')).toMatch(/1 not published: it may have answered or not\.$/);
  });

  it('of a briefing: population, services, results and standards are "not known" each', () => {
    const words = briefingOf();
    expect(words).toContain('Not known: no population was given.');
    expect(words).toContain('Not known, which is not “none”: no service is registered here.');
    expect(words).toContain('Not reported, which is not 0: ');
    expect(words).toContain(
      'Nothing is published as absent or weak here, which does not mean that nothing is.',
    );
    const partly = briefingOf({ residents: 500_000, services: toBriefingServices([untold]) });
    expect(partly).toMatch(/Not known, because nothing was given for them, which is not 0: [^"]+/);
    expect(partly).toContain('not known whether it still runs; hospitals not known; nobody has confirmed it');
    expect(partly).not.toContain('0 hospitals');
  });

  it('of a business case: a result that cannot be worked out is named with what it needs', () => {
    const composed = composeBusinessCase((box) => (box === 'need.p' ? '500000' : null));
    const words = JSON.stringify(composed);
    expect(words).toMatch(/: Not known without “/);
    expect(words).toContain('Not known: none has been ticked.');
  });

  it('of a comparison: the frame and the hospitals listed by name are told apart, statuses counted', () => {
    const whole = { ...ICB, ...ENGLAND, level: 'england' as const };
    const place = { code: whole.code, name: whole.name, area: whole, implementers: [], services: [] };
    const indicators = silent.indicators.map((one) => ({ ...one, frame: 179, notKnown: one.notKnown + 4 }));
    const { rows } = comparePlaces([place], { ...silent, indicators });
    const cell = (id: string) => rows.find((row) => row.id === id)?.cells[0];
    expect(cell('hospitals')).toBe('179, of which 175 are listed by name');
    expect(cell('reported')).toMatch(/Counted in the round, not listed by name: 4$/);
    expect(cell('services')).toBe('nothing recorded, which is not none');
    expect(cell('implementers')).toBe('not known');
    expect(cell('population')).toBe('not known');
    expect(recordedWords([untold])).toMatch(/: 1 \(1 not known whether still there\)$/);
  });

  it('of a profile as data: no population is null, no figures have a note, no service fact is a text', () => {
    const area = toOpenArea(ICB, { ...silent, areaFigures: false }, SHA, []);
    expect([area.population, area.need, area.figures]).toEqual([null, null, []]);
    expect(area.note).toContain('which is not 0');
    const service: Readonly<Record<string, unknown>> = toOpenService(untold);
    for (const key of ['status', 'provider', 'hours', 'wte', 'conditions', 'settings', 'lastConfirmedOn'])
      expect([key, service[key]]).toEqual([key, null]);
    expect(
      toOpenService(untold).facts.filter(({ value, age }) => (age === 'not_known') !== (value === null)),
    ).toEqual([]);
  });
});

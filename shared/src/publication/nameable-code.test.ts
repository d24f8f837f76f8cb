import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hospitalCategory } from '../analysis/hospital-category.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import { type ExampleAnswer, exampleRecord } from './example-dataset.js';
import { nameableCode } from './nameable-code.js';
import type { PublicationSettings } from './publication-settings.js';

const ALL: PublicationSettings = { nameFacts: true, nameDontKnow: true, nameSilence: true };
const FACTS: PublicationSettings = { nameFacts: true, nameDontKnow: false, nameSilence: false };

function codeOf(answer: ExampleAnswer | undefined, settings: PublicationSettings): LadderCode {
  const record = exampleRecord('ZZ001', answer);
  return nameableCode(hospitalCategory(record, 'live').code, record, settings);
}

describe('what may be said of a hospital by name', () => {
  it.each<[string, ExampleAnswer | undefined, LadderCode, LadderCode]>([
    ['silence', undefined, 'NR', 'NP'],
    ['no provision', { treats: 'no', inReach: 'no' }, 'G0', 'G0'],
    ['provision without in-reach', { treats: 'yes', inReach: 'no' }, 'G1', 'G1'],
    ['no in-reach and provision unknown to the team', { treats: 'dont_know', inReach: 'no' }, 'G01', 'NP'],
    ['no in-reach and provision skipped', { treats: 'skipped', inReach: 'no' }, 'G01', 'G01'],
    ['provision and in-reach unknown to the team', { treats: 'yes', inReach: 'dont_know' }, 'G1U', 'NP'],
    ['no provision and in-reach unknown to the team', { treats: 'no', inReach: 'dont_know' }, 'G0', 'G0'],
    ['nothing known', { treats: 'dont_know', inReach: 'dont_know' }, 'DK', 'NP'],
    ['opposite answers', { treats: 'conflict', inReach: 'no' }, 'CF', 'NP'],
    ['in-reach with a consented score', { inReach: 'yes', score: 80 }, 'G4', 'G4'],
    ['in-reach, score without consent', { inReach: 'yes', score: 80, nameScore: false }, 'GP', 'GP'],
    ['a low score without consent', { inReach: 'yes', score: 3, nameScore: false }, 'GP', 'GP'],
    ['in-reach not rated', { inReach: 'yes' }, 'GU', 'GU'],
    ['facts without consent', { treats: 'no', inReach: 'no', nameFacts: false }, 'NP', 'NP'],
    ['a score with consent but facts without', { inReach: 'yes', score: 80, nameFacts: false }, 'NP', 'NP'],
  ])('%s: %o is %s when all is named, %s when people are not', (_case, answer, whenAll, whenFacts) => {
    expect(codeOf(answer, ALL)).toBe(whenAll);
    expect(codeOf(answer, FACTS)).toBe(whenFacts);
  });

  it('is nothing but silence when the round names no facts', () => {
    expect(codeOf({ treats: 'no', inReach: 'no' }, { ...ALL, nameFacts: false })).toBe('NP');
    expect(codeOf(undefined, { ...ALL, nameFacts: false })).toBe('NR');
  });

  it('never tells a hospital that did not know from a silent one, nor shows a score without both consents', () => {
    const position = fc.constantFrom('yes', 'no', 'dont_know', 'skipped', 'not_asked', 'conflict');
    const answer = fc.record({
      treats: position,
      inReach: position,
      score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      nameFacts: fc.boolean(),
      nameScore: fc.boolean(),
    }) as fc.Arbitrary<ExampleAnswer>;
    const settings = fc.record({
      nameFacts: fc.boolean(),
      nameDontKnow: fc.boolean(),
      nameSilence: fc.boolean(),
    });
    fc.assert(
      fc.property(answer, settings, (given, chosen) => {
        const code = codeOf(given, chosen);
        expect(code).not.toBe('NR');
        if (!chosen.nameDontKnow) expect(['DK', 'CF']).not.toContain(code);
        if (!chosen.nameFacts || given.nameFacts === false) expect(code).toBe('NP');
        if (['G2', 'G3', 'G4'].includes(code)) expect(given.nameScore && given.nameFacts).toBe(true);
      }),
    );
  });
});

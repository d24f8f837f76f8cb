import { describe, expect, it } from 'vitest';

import { judgementSentence, judgeStandard, shareBeside } from './judge-standard.js';
import { CUT_OFFS, PROBLEM_DESCRIPTORS } from './problem-descriptors.js';
import { READINESS_LISTS } from './readiness-lists.js';
import {
  READINESS_STATES,
  type ReadinessState,
  readReadinessState,
  shortReadinessState,
  summariseReadiness,
} from './readiness.js';
import { STANDARDS } from './standards.js';

const of = (code: string) => STANDARDS.find((standard) => standard.code === code)!;
const share = (numerator: number | null, denominator: number | null, suppressed = false) => ({
  numerator,
  denominator,
  suppressed,
});

describe('a share against its standard', () => {
  it.each([
    ['W6', 66, 90, 'not_met', true],
    ['W6', 600, 900, 'not_met', false],
    ['W6', 75, 100, 'met', true],
    ['W6', 749, 1000, 'not_met', true],
    ['W6', 14, 19, 'cannot_tell', true],
    ['W18', 950, 1000, 'met', true],
    ['R50', 0, 40, 'not_met', false],
    ['A25', 20, 100, 'not_met', null],
    ['RI', 40, 60, 'no_target', null],
  ] as const)('%s: %i of %i is %s', (code, numerator, denominator, state, withinChance) => {
    expect(judgeStandard(of(code), share(numerator, denominator))).toMatchObject({ state, withinChance });
  });

  it('is not reported without its parts, and cannot be told where small numbers are held back', () => {
    for (const reported of [share(null, 90), share(66, null), share(null, null), share(0, 0)])
      expect(judgeStandard(of('W6'), reported)).toMatchObject({ state: 'not_reported', value: null });
    expect(judgeStandard(of('W6'), share(5, 90, true))).toMatchObject({ state: 'cannot_tell', value: null });
    expect(() => judgeStandard(of('W6'), share(91, 90))).toThrow(RangeError);
  });

  it('is said with its value, its target and chance', () => {
    expect(judgementSentence(of('W6'), share(66, 90))).toBe(
      '66 of 90 (73%): below 75%; within chance of 75%.',
    );
    expect(judgementSentence(of('W6'), share(null, 90))).toBe('Not reported, which is not 0.');
    expect(judgementSentence(of('A25'), share(20, 100))).toMatch(/below 25%; chance says nothing/);
    expect(judgementSentence(of('RR'), share(20, 100))).toMatch(/no target/);
  });

  it('never prints a missed target as reached', () => {
    expect([0.749, 0.7496, 0.75, 0.7333].map((value) => shareBeside(value, 75))).toEqual([
      '74.9%',
      '74.96%',
      '75%',
      '73%',
    ]);
  });
});

describe('the lists of 2018', () => {
  it('have the targets of the guidance, and none where it sets none', () => {
    expect(Object.fromEntries(STANDARDS.map(({ code, targetPercent }) => [code, targetPercent]))).toEqual({
      W6: 75,
      W18: 95,
      A25: 25,
      R50: 50,
      RI: null,
      RR: null,
      D90: 90,
      F6: 75,
      F18: 95,
    });
    expect(STANDARDS.filter(({ hasInterval }) => !hasInterval).map(({ code }) => code)).toEqual(['A25']);
  });

  it('date every standard and quote its line', () => {
    for (const { validFrom, source } of STANDARDS) {
      expect(validFrom).toMatch(/^\d{4}$/);
      expect(source).toMatch(/^001:\d/);
    }
  });

  it('have 14 problem descriptors, four of them new, and a cut-off or "not given" for each measure', () => {
    expect(PROBLEM_DESCRIPTORS).toHaveLength(14);
    expect(PROBLEM_DESCRIPTORS.filter(({ isNew }) => isNew)).toHaveLength(4);
    const measures = new Set(CUT_OFFS.map(({ measure }) => measure));
    const used = PROBLEM_DESCRIPTORS.flatMap(({ depression, anxietyOrMus }) => [depression, anxietyOrMus]);
    expect([...new Set(used)].filter((one) => !measures.has(one))).toEqual(['to be agreed (in 2018)']);
    for (const { cutOff } of CUT_OFFS) expect(cutOff).not.toBe('');
    expect(CUT_OFFS.filter(({ cutOff }) => cutOff === 'not given').map(({ measure }) => measure)).toEqual([
      'Francis IBS scale',
      'Chalder Fatigue Questionnaire',
      'PHQ-15',
    ]);
  });
});

describe('readiness', () => {
  it('has 12 requirements, 8 actions, 6 expectations, 7 duties and 11 kinds of stakeholders, each key once', () => {
    const lengths = Object.fromEntries(READINESS_LISTS.map(({ id, items }) => [id, items.length]));
    expect(lengths).toMatchObject({
      requirements: 12,
      integration: 8,
      expectations: 6,
      mapping: 7,
      stakeholders: 11,
    });
    const keys = READINESS_LISTS.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  const [requirements] = READINESS_LISTS;
  const summary = (...states: ReadinessState[]) =>
    summariseReadiness(requirements!, (key) => states[Number(key.slice(1)) - 1] ?? 'not_known');

  it('takes an unanswered item as not known, and gives no percentage while fewer than six are known', () => {
    expect(summary()).toEqual({ items: 12, known: 0, inPlace: 0, applicableAndKnown: 0, share: null });
    expect(summary('in_place', 'in_place', 'in_place', 'partly', 'not_yet')).toMatchObject({
      known: 5,
      share: null,
    });
    expect(summary('in_place', 'in_place', 'in_place', 'partly', 'not_yet', 'not_applicable')).toMatchObject({
      known: 6,
      share: null,
    });
    expect(summary('in_place', 'in_place', 'in_place', 'partly', 'not_yet', 'not_yet')).toMatchObject({
      known: 6,
      share: 0.5,
    });
  });

  it('keeps every state in the address, and "not known" by leaving it out', () => {
    for (const state of READINESS_STATES)
      expect(readReadinessState(shortReadinessState(state) || null)).toBe(state);
    expect([readReadinessState('zzz'), shortReadinessState('not_known')]).toEqual(['not_known', '']);
  });
});

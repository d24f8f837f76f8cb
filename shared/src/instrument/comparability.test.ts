import { describe, expect, it } from 'vitest';

import { COMPARABILITY, comparabilityTo, findComparability } from './comparability.js';
import { questionsOf } from './instrument.js';
import { getInstrument } from './registry.js';

const variablesOf = (version: string) => questionsOf(getInstrument(version)).map(({ variable }) => variable);

describe('comparability of 1.0 and 1.1', () => {
  it('has one note for every variable of either version, and no other', () => {
    const noted = COMPARABILITY.map(({ variable }) => variable);
    expect(noted.toSorted()).toEqual([...new Set([...variablesOf('1.0'), ...variablesOf('1.1')])].toSorted());
  });

  it.each([
    ['iapt_treats_mus_ltc', 'minor_wording'],
    ['iapt_inreach', 'minor_wording'],
    ['iapt_treats_mus', 'not_comparable'],
    ['iapt_treats_ltc', 'not_comparable'],
    ['iapt_inreach_mus', 'not_comparable'],
    ['iapt_inreach_ltc', 'not_comparable'],
    ['integration', 'minor_wording'],
    ['role', 'new'],
  ])('%s is %s', (variable, verdict) => {
    expect(findComparability(variable, '1.0', '1.1')?.verdict).toBe(verdict);
  });

  it('calls a question new only when 1.0 did not have it, and the same only when its words are', () => {
    for (const { variable, verdict } of COMPARABILITY) {
      if (verdict === 'new') expect(variablesOf('1.0')).not.toContain(variable);
      if (verdict !== 'same') continue;
      const [before, after] = ['1.0', '1.1'].map(
        (version) =>
          questionsOf(getInstrument(version)).find((question) => question.variable === variable)?.text,
      );
      expect(after).toEqual(before);
    }
  });

  it('has nothing to compare the first version with', () => {
    expect(comparabilityTo('1.0')).toEqual([]);
    expect(findComparability('integration', '1.1', '1.0')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';

import { combineMusAndLtc, deriveMusLtc, yesNoAnswer, type YesNoAnswer } from './derive-mus-ltc.js';

const ALL: readonly YesNoAnswer[] = ['yes', 'no', 'dont_know', 'skipped', 'not_asked'];

describe('MUS/LTC from MUS and LTC', () => {
  it.each<[YesNoAnswer, YesNoAnswer, YesNoAnswer]>([
    ['yes', 'no', 'yes'],
    ['yes', 'dont_know', 'yes'],
    ['yes', 'skipped', 'yes'],
    ['no', 'no', 'no'],
    ['no', 'dont_know', 'dont_know'],
    ['no', 'skipped', 'skipped'],
    ['no', 'not_asked', 'skipped'],
    ['dont_know', 'dont_know', 'dont_know'],
    ['dont_know', 'skipped', 'dont_know'],
    ['skipped', 'skipped', 'skipped'],
    ['skipped', 'not_asked', 'skipped'],
    ['not_asked', 'not_asked', 'not_asked'],
  ])('%s and %s is %s, whichever comes first', (mus, ltc, combined) => {
    expect(combineMusAndLtc(mus, ltc)).toBe(combined);
    expect(combineMusAndLtc(ltc, mus)).toBe(combined);
  });

  it('never becomes "no" unless both parts are "no"', () => {
    const no = ALL.flatMap((mus) => ALL.map((ltc) => [mus, ltc, combineMusAndLtc(mus, ltc)])).filter(
      ([, , combined]) => combined === 'no',
    );
    expect(no).toEqual([['no', 'no', 'no']]);
  });

  it('passes the 2018 item through as answered', () => {
    expect(deriveMusLtc({ iapt_inreach: { given: 'no' } }, 'iapt_inreach')).toBe('no');
    expect(deriveMusLtc({ iapt_treats_mus_ltc: { missing: 'dont_know' } }, 'iapt_treats_mus_ltc')).toBe(
      'dont_know',
    );
  });

  it('derives each item from its own parts', () => {
    const answers = {
      iapt_treats_mus: { given: 'no' },
      iapt_treats_ltc: { given: 'yes' },
      iapt_inreach_mus: { given: 'no' },
      iapt_inreach_ltc: { missing: 'dont_know' },
    } as const;
    expect(deriveMusLtc(answers, 'iapt_treats_mus_ltc')).toBe('yes');
    expect(deriveMusLtc(answers, 'iapt_inreach')).toBe('dont_know');
  });
});

describe('a yes / no answer', () => {
  it('that is not in the form was not asked', () => {
    expect(yesNoAnswer(undefined)).toBe('not_asked');
  });

  it('of another kind is not taken for a yes or a no', () => {
    expect(yesNoAnswer({ given: 'perhaps' })).toBe('skipped');
    expect(yesNoAnswer({ given: 1 })).toBe('skipped');
    expect(yesNoAnswer({ missing: 'refused' })).toBe('skipped');
    expect(yesNoAnswer({ missing: 'not_applicable' })).toBe('not_asked');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ELIGIBILITY_REASONS, judgeEligibility, reasonWords, whyWords } from './eligibility.js';
import {
  categoryOfFacts,
  COUNTRIES,
  ED_TYPES,
  factsOfCategory,
  type FrameFacts,
  LIST_STATUSES,
  SITE_TYPES,
  UNKNOWN_FACTS,
} from './frame-facts.js';
import { isInListedFrame, SITE_CATEGORIES } from './hospital.js';

const GENERAL: FrameFacts = {
  ...UNKNOWN_FACTS,
  ods_code: 'ZZX01',
  name: 'Unreal Infirmary',
  country: 'england',
  site_type: 'general',
  ed_type: 'major',
};
const judge = (values: Partial<FrameFacts>, asOf = '2027-04-01') =>
  judgeEligibility({ ...GENERAL, ...values }, asOf);

describe('judgeEligibility', () => {
  it.each([
    ['a general hospital with a major department', {}, 'eligible', ['general_ed']],
    [
      'one that is open part of the day',
      { ed_type: 'major_part_time' },
      'eligible',
      ['general_ed_part_time'],
    ],
    ['one in Wales', { country: 'other' }, 'ineligible', ['outside_england']],
    ['one that opens next year', { opened_on: '2028-01-01' }, 'ineligible', ['not_open_yet']],
    ['one that opened that day', { opened_on: '2027-04-01' }, 'eligible', ['general_ed']],
    ['one that closed before', { closed_on: '2026-12-31' }, 'ineligible', ['closed']],
    ['one that closes that day', { closed_on: '2027-04-01' }, 'ineligible', ['closed']],
    ['one that will close', { closed_on: '2027-04-02' }, 'eligible', ['general_ed']],
    ['one taken up by another', { merged_into: 'ZZX02' }, 'ineligible', ['merged']],
    ["a children's hospital", { site_type: 'childrens' }, 'ineligible', ['not_general']],
    ['one with an urgent treatment centre', { ed_type: 'no_major' }, 'ineligible', ['no_major_ed']],
    ['one nobody knows the department of', { ed_type: '' }, 'unknown', ['ed_not_known']],
    ['one of no known country', { country: '' }, 'unknown', ['country_not_known']],
    ['one of no known kind', { site_type: '' }, 'unknown', ['site_type_not_known']],
    ['one the newest list leaves out', { list_status: 'not_listed' }, 'unknown', ['not_in_list']],
    ['one whose code ended', { list_status: 'code_ended' }, 'unknown', ['code_ended']],
    [
      'a closed one of no known department: what is known decides',
      { closed_on: '2020-01-01', ed_type: '' },
      'ineligible',
      ['closed'],
    ],
  ] as const)('finds %s', (_what, values, eligibility, reasons) => {
    expect(judge(values)).toEqual({ eligibility, reasons });
  });

  it('judges a month at its end', () => {
    expect(judge({ closed_on: '2018-02-28' }, '2018-02').eligibility).toBe('ineligible');
    expect(judge({ closed_on: '2018-03-01' }, '2018-02').eligibility).toBe('eligible');
  });

  it('always says why, and says "unknown" only where nothing known is against it', () => {
    const facts = fc.record({
      country: fc.constantFrom('', ...COUNTRIES),
      site_type: fc.constantFrom('', ...SITE_TYPES),
      ed_type: fc.constantFrom('', ...ED_TYPES),
      list_status: fc.constantFrom('', ...LIST_STATUSES),
      closed_on: fc.constantFrom('', '2020-01-01', '2030-01-01'),
    });
    fc.assert(
      fc.property(facts, (values) => {
        const verdict = judge(values);
        expect(verdict.reasons.length).toBeGreaterThan(0);
        expect(whyWords(verdict)).not.toBe('');
        const isSettled = values.country === 'other' || values.closed_on === '2020-01-01';
        if (isSettled) expect(verdict.eligibility).toBe('ineligible');
        if (verdict.eligibility === 'eligible')
          expect([values.country, values.site_type]).toEqual(['england', 'general']);
      }),
    );
  });

  it('has a sentence for every reason, and any two of them fit into the column', () => {
    for (const reason of ELIGIBILITY_REASONS) expect(reasonWords(reason)).toMatch(/^[A-Z].*\.$/);
    const [longest = '', second = ''] = ELIGIBILITY_REASONS.map(reasonWords).sort(
      (a, b) => b.length - a.length,
    );
    expect(`${longest} ${second}`.length).toBeLessThanOrEqual(200);
  });
});

describe('the categories of the reference tables', () => {
  it.each(SITE_CATEGORIES)('%s goes to facts and back', (category) => {
    const facts = { ...UNKNOWN_FACTS, ...factsOfCategory(category, 'yes') };
    expect(categoryOfFacts(facts)).toBe(category);
    const verdict = judgeEligibility({ ...facts, country: 'england' }, '2018-02');
    expect(verdict.eligibility === 'eligible').toBe(isInListedFrame(category));
  });

  it('a department that could not be confirmed is not known, never "none"', () => {
    expect(factsOfCategory('acute_site_no_type1_ed', 'not_known').ed_type).toBe('');
  });
});

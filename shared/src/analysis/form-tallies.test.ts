import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FORM_ABSENCES, FormTallies, type FormFilter, type TalliedForm } from './form-tallies.js';

const QUESTIONS = [
  { key: 'co_located', options: ['yes', 'no'] },
  { key: 'settings.ward', options: ['yes', 'no'] },
  { key: 'complexity', options: ['low', 'middle', 'high'] },
];
const answerTo = (at: number) =>
  fc.constantFrom(...QUESTIONS[at]!.options, ...FORM_ABSENCES, 'of-another-version');
const anyForm: fc.Arbitrary<TalliedForm> = fc.record({
  region: fc.constantFrom('Y56', 'Y62', ''),
  type: fc.constantFrom('general_ed', 'other_site'),
  day: fc.constantFrom('2026-01-05', '2026-01-06', '2026-02-01'),
  odsCode: fc.constantFrom('A', 'B', 'C'),
  answers: fc.tuple(answerTo(0), answerTo(1), answerTo(2)),
});
const anyFilter: fc.Arbitrary<FormFilter> = fc.record(
  {
    region: fc.constantFrom('Y56', 'Y62', 'nowhere'),
    type: fc.constantFrom('general_ed', 'other_site'),
    from: fc.constantFrom('2026-01-06', '2025-01-01'),
    to: fc.constantFrom('2026-01-06', '2026-12-31'),
  },
  { requiredKeys: [] },
);

/** The same by going through the forms one by one. */
function countOneByOne(forms: Iterable<TalliedForm>, filter: FormFilter) {
  const meant = [...forms].filter(
    ({ region, type, day }) =>
      (filter.region ?? region) === region &&
      (filter.type ?? type) === type &&
      (filter.from ?? day) <= day &&
      (filter.to ?? day) >= day,
  );
  return {
    forms: meant.length,
    questions: QUESTIONS.map(({ key, options }, at) => {
      const codes = [...options, ...FORM_ABSENCES];
      const count = (isIt: (answer: string) => boolean): number =>
        meant.filter(({ answers }) => isIt(answers[at]!)).length;
      const other = count((answer) => !codes.includes(answer));
      return {
        key,
        answers: [
          ...codes.map((code) => ({ code, forms: count((answer) => answer === code) })),
          ...(other > 0 ? [{ code: 'other', forms: other }] : []),
        ],
      };
    }),
  };
}

describe('answers counted over forms', () => {
  it('are what counting one by one gives, whatever came, changed and went before', () => {
    const change = fc.tuple(fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'), fc.option(anyForm));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), anyFilter, (changes, filter) => {
        const tallies = new FormTallies(QUESTIONS);
        const forms = new Map<string, TalliedForm>();
        for (const [id, form] of changes) {
          tallies.put(id, form);
          if (form === null) forms.delete(id);
          else forms.set(id, form);
        }
        expect(tallies.tally(filter)).toEqual(countOneByOne(forms.values(), filter));
        expect(tallies.hospitals).toBe(new Set([...forms.values()].map(({ odsCode }) => odsCode)).size);
      }),
    );
  });

  it('gives only the questions that are asked for', () => {
    const tallies = new FormTallies(QUESTIONS);
    expect(tallies.tally({}, ['complexity']).questions.map(({ key }) => key)).toEqual(['complexity']);
  });
});

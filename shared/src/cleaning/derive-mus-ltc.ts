import type { Answers, AnswerValue } from '../instrument/answer-value.js';

/** The two items of 2018 that v1.1 asks in two parts, and those parts (seed-survey E1a, `000:313-316`). */
export const DERIVED_ITEMS = {
  iapt_treats_mus_ltc: ['iapt_treats_mus', 'iapt_treats_ltc'],
  iapt_inreach: ['iapt_inreach_mus', 'iapt_inreach_ltc'],
} as const;
export type DerivedItem = keyof typeof DERIVED_ITEMS;

/** What one form says on a yes / no item. A refusal counts as skipped, "not applicable" as not asked. */
export type YesNoAnswer = 'yes' | 'no' | 'dont_know' | 'skipped' | 'not_asked';

/** Reads a yes / no answer; a key that is not there was never asked (v1.0 has no parts and no closed items). */
export function yesNoAnswer(value: AnswerValue | undefined): YesNoAnswer {
  if (value === undefined) return 'not_asked';
  if ('given' in value) {
    if (value.given === 'yes' || value.given === 'no') return value.given;
    return value.given === 'dk' ? 'dont_know' : 'skipped';
  }
  if (value.missing === 'refused') return 'skipped';
  return value.missing === 'not_applicable' ? 'not_asked' : value.missing;
}

/**
 * "MUS/LTC" from "MUS" and "LTC" (methods C1): yes if either is yes; no only if both are no; otherwise don't know
 * if either is; otherwise skipped, or not asked where neither part was. Comparable with 2018 with minor wording.
 */
export function combineMusAndLtc(mus: YesNoAnswer, ltc: YesNoAnswer): YesNoAnswer {
  if (mus === 'yes' || ltc === 'yes') return 'yes';
  if (mus === 'no' && ltc === 'no') return 'no';
  if (mus === 'dont_know' || ltc === 'dont_know') return 'dont_know';
  return mus === 'not_asked' && ltc === 'not_asked' ? 'not_asked' : 'skipped';
}

/**
 * The combined item of one form: as answered in v1.0, derived from its parts in v1.1. Derived form by form, before
 * forms are compared, so that no answer is put together from the halves of two people's answers.
 */
export function deriveMusLtc(answers: Answers, item: DerivedItem): YesNoAnswer {
  if (answers[item] !== undefined) return yesNoAnswer(answers[item]);
  const [mus, ltc] = DERIVED_ITEMS[item];
  return combineMusAndLtc(yesNoAnswer(answers[mus]), yesNoAnswer(answers[ltc]));
}

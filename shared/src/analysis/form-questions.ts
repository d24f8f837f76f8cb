import { closedItems, substantiveOptions } from '../cleaning/closed-items.js';
import { type Instrument, questionsOf } from '../instrument/instrument.js';
import { LEAST_OPINIONS } from './disclosure.js';
import { type DisclosureClass, INDICATOR_DEFINITIONS } from './indicator-definitions.js';
import { disclosureClassOf } from './instrument-indicators.js';
import type { FormFilter, FormTally } from './form-tallies.js';

/** A closed question as its answers are counted over forms. */
export interface FormQuestion {
  readonly key: string;
  readonly title: string;
  readonly disclosureClass: DisclosureClass;
  readonly options: readonly { readonly code: string; readonly label: string }[];
}

/** An answer with how many forms gave it, in words. */
export interface CountedAnswer {
  readonly code: string;
  readonly label: string;
  readonly forms: number;
}

/** A question with its answers as they may be shown. */
export interface QuestionCounts {
  readonly key: string;
  readonly title: string;
  /** An opinion, picked out by a filter or from too few hospitals: no answers are given. */
  readonly hidden: boolean;
  readonly answers: readonly CountedAnswer[];
}

const YES_NO = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
] as const;

const ABSENCES: Readonly<Record<string, string>> = {
  dont_know: 'Don’t know',
  skipped: 'Skipped',
  not_asked: 'Not asked',
  other: 'An answer of another version',
};

/** The questions of a questionnaire that are counted over forms, in the order of `closedItems`. */
export const formQuestions = (instrument: Instrument): readonly FormQuestion[] =>
  closedItems(questionsOf(instrument)).map(({ key, question, option }): FormQuestion => {
    if (question === null) {
      const built = Object.values(INDICATOR_DEFINITIONS).find(({ item }) => item === key);
      return { key, title: built?.title ?? key, disclosureClass: 'organisations', options: YES_NO };
    }
    const title = question.text.en;
    const disclosureClass = disclosureClassOf(question);
    if (option !== null)
      return { key, title: `${title} – ${option.label.en}`, disclosureClass, options: YES_NO };
    const options = substantiveOptions(question).map(({ code, label }) => ({ code, label: label.en }));
    return { key, title, disclosureClass, options };
  });

/**
 * Counts as they may be shown (domain D5). Of opinions nothing is told of a part of the forms, since two parts that
 * differ by one form would tell what it says, nor of all of them while they are about fewer than three hospitals.
 */
export function protectFormCounts(
  tallies: readonly FormTally[],
  questions: readonly FormQuestion[],
  { filter, hospitals }: { readonly filter: FormFilter; readonly hospitals: number },
): readonly QuestionCounts[] {
  const isPart = Object.values(filter).some((value) => value !== undefined);
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return tallies.flatMap(({ key, answers }): readonly QuestionCounts[] => {
    const question = byKey.get(key);
    if (question === undefined) return [];
    const { title, options, disclosureClass } = question;
    const hidden = disclosureClass !== 'organisations' && (isPart || hospitals < LEAST_OPINIONS);
    const labels = new Map(options.map(({ code, label }) => [code, label]));
    const counted = answers.map(({ code, forms }) => ({
      code,
      label: labels.get(code) ?? ABSENCES[code] ?? code,
      forms,
    }));
    return [{ key, title, hidden, answers: hidden ? [] : counted }];
  });
}

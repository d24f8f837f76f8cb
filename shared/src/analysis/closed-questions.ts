import { closedItems, substantiveOptions } from '../cleaning/closed-items.js';
import { type Instrument, type Option, questionsOf } from '../instrument/instrument.js';

/** What is counted of a hospital: one answer on one item of its record. */
export interface CountedAnswer {
  /** `<variable>:<option>`; no variable has a colon in it. */
  readonly id: string;
  /** The item, as `indicatorPosition` reads it. */
  readonly item: string;
  /** The answer that counts as yes; every other one counts as no. */
  readonly counts: string;
}

/** A closed question with each option that says something. */
export interface ClosedQuestion {
  readonly variable: string;
  /** As asked, in English. */
  readonly text: string;
  readonly options: readonly (CountedAnswer & { readonly label: string })[];
}

/**
 * The closed questions of a questionnaire about the service, in its order: choice, several choices, rows of a matrix.
 * For the survey team, and so with those that are never published; left out is what `closedItems` leaves out.
 */
export function closedQuestionsOf(instrument: Instrument): readonly ClosedQuestion[] {
  const found = new Map<string, ClosedQuestion>();
  for (const { key, question, option } of closedItems(questionsOf(instrument))) {
    if (question === null) continue;
    const { variable, text } = question;
    const counted = ({ code, label }: Option, counts: string) => ({
      id: `${variable}:${code}`,
      item: key,
      counts,
      label: label.en,
    });
    const options =
      option === null
        ? substantiveOptions(question).map((one) => counted(one, one.code))
        : [...(found.get(variable)?.options ?? []), counted(option, 'yes')];
    found.set(variable, { variable, text: text.en, options });
  }
  return [...found.values()];
}

import type { Problem } from '../kernel/problem.js';

/** The part of a question, of a page or of the whole that a problem is about: where the designer shows it. */
export type InstrumentPart =
  | 'key'
  | 'text'
  | 'help'
  | 'options'
  | 'rows'
  | 'scale'
  | 'number'
  | 'maxLength'
  | 'routing'
  | 'source'
  | 'publication'
  | 'spssName'
  | 'page'
  | 'title'
  | 'information'
  | 'required';

/**
 * One thing that keeps a questionnaire from being published. `field` is the variable key of the question, the id of
 * the page, or '' for the whole; `at` says which one where two have the same key, counted from 0, -1 = none.
 */
export interface InstrumentProblem extends Problem {
  readonly part: InstrumentPart;
  readonly at: { readonly page: number; readonly question: number };
}

/** What a check of one question finds, before it is said where the question stands. */
export type Finding = Pick<InstrumentProblem, 'code' | 'part' | 'message' | 'mend'>;

/** One finding; the mend says what to do in the designer. */
export const finding = (code: string, part: InstrumentPart, message: string, mend: string): Finding => ({
  code,
  part,
  message,
  mend,
});

/** Values that stand more than once, each named once. */
export const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, position) => values.indexOf(value) !== position)),
];

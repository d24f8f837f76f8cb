/**
 * Why there is no substantive answer (methods C1). Each is shown and counted as itself, never as "no", never as 0.
 *
 * - `dont_know` the respondent chose "I don't know": an answer in its own right.
 * - `skipped` the question was shown and left empty.
 * - `not_asked` routing did not show the question.
 * - `refused` / `not_applicable` the respondent chose an option of that kind.
 */
export const ABSENCES = ['dont_know', 'skipped', 'not_asked', 'refused', 'not_applicable'] as const;
export type Absence = (typeof ABSENCES)[number];

/** One answer to one question: something given, or a stated absence; never null. */
export type AnswerValue =
  { readonly given: string | number | readonly string[] } | { readonly missing: Absence };

/** Answers by variable key. A key that is absent was not yet dealt with (drafts only; never after submission). */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** What an answer's state is called in exports. */
export type AnswerState = 'answered' | Absence;

export const answerState = (value: AnswerValue): AnswerState =>
  'missing' in value ? value.missing : 'answered';

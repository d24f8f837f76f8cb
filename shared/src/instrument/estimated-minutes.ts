import type { Instrument, Question, QuestionType } from './instrument.js';

/** Seconds that reading and answering a question takes, by its kind; a matrix takes that of a choice for each row. */
const SECONDS: Readonly<Record<Exclude<QuestionType, 'matrix'>, number>> = {
  choice: 12,
  multi_choice: 20,
  number: 20,
  scale: 15,
  date: 15,
  short_text: 20,
  long_text: 45,
  hospital: 20,
};

/** A question that not everybody is asked counts half. */
const SHARE_ASKED = 0.5;

/**
 * How long a questionnaire takes, in whole minutes, one at least: a rule of thumb for invitations and nothing that was
 * measured. Optional pages are left out, since nobody has to answer them.
 */
export function estimatedMinutes({ pages }: Instrument): number {
  const seconds = pages
    .filter(({ optional }) => !optional)
    .flatMap(({ questions }) => questions)
    .reduce((sum, question) => sum + secondsOf(question), 0);
  return Math.max(1, Math.round(seconds / 60));
}

function secondsOf({ type, rows = [], relevance }: Question): number {
  const whole = type === 'matrix' ? SECONDS.choice * rows.length : SECONDS[type];
  return relevance === undefined ? whole : whole * SHARE_ASKED;
}

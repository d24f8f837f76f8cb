import type { Form } from '../fieldwork/response.js';
import { completeness } from './content-answers.js';
import { integrationScore } from './integration-score.js';
import { answerOn, YES_NO_ITEMS } from './yes-no-items.js';

/** Names of the checks, in the order in which they are shown. */
export const CHECK_IDS = [
  'in_reach_without_provision',
  'mostly_unknown',
  'mostly_skipped',
  'same_answer_throughout',
  'high_score_nothing_shared',
  'score_at_an_end',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** A check as data: what it asks of a form, and from where on it fails. It flags; nothing is recoded. */
export interface PlausibilityCheck {
  readonly id: CheckId;
  readonly title: string;
  /** What a failed check may mean, for the person who looks. */
  readonly meaning: string;
  /** What the threshold counts; '' = the check has none. */
  readonly unit: string;
  readonly threshold: number;
  readonly on: boolean;
  /** A flag on the answers' own logic (methods C2), listed as `consistency` and not as `check`. */
  readonly isConsistency: boolean;
  readonly fails: (form: Form, threshold: number) => boolean;
}

const said = (form: Form): readonly string[] =>
  YES_NO_ITEMS.map((item) => answerOn(form, item)).filter(
    (answer) => answer !== 'not_asked' && answer !== 'skipped',
  );
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Items that well integrated services have in common; a high score without any of them is worth a look. */
const SHARED_WORK = ['co_located', 'shared_record', 'liaison_supervises', 'case_meetings'] as const;

/** Every check there is. Which are asked, and their thresholds, is a setting of the round. */
export const PLAUSIBILITY_CHECKS: readonly PlausibilityCheck[] = [
  {
    id: 'in_reach_without_provision',
    title: 'In-reach without provision',
    meaning: 'Reports in-reach and, in the same form, no provision or that it is not known (methods C2).',
    unit: '',
    threshold: 0,
    on: true,
    isConsistency: true,
    fails: (form) =>
      answerOn(form, 'iapt_inreach') === 'yes' &&
      ['no', 'dont_know'].includes(answerOn(form, 'iapt_treats_mus_ltc')),
  },
  {
    id: 'mostly_unknown',
    title: 'Hardly anything known',
    meaning: 'The share of yes / no questions answered "I don’t know" reaches the threshold.',
    unit: 'share of the answers, 0 to 1',
    threshold: 0.9,
    on: true,
    isConsistency: false,
    fails: (form, threshold) => {
      const answers = said(form);
      return (
        answers.length > 2 &&
        share(answers.filter((one) => one === 'dont_know').length, answers.length) >= threshold
      );
    },
  },
  {
    id: 'mostly_skipped',
    title: 'Hardly anything answered',
    meaning: 'The share of questions that were dealt with lies below the threshold.',
    unit: 'share of the questions, 0 to 1',
    threshold: 0.25,
    on: true,
    isConsistency: false,
    fails: (form, threshold) => completeness(form) < threshold,
  },
  {
    id: 'same_answer_throughout',
    title: 'The same answer throughout',
    meaning: 'At least so many yes / no questions, and all of them answered alike, don’t know apart.',
    unit: 'answers',
    threshold: 10,
    on: true,
    isConsistency: false,
    fails: (form, threshold) => {
      const answers = said(form);
      return answers.length >= threshold && new Set(answers).size === 1 && answers[0] !== 'dont_know';
    },
  },
  {
    id: 'high_score_nothing_shared',
    title: 'High score, nothing shared',
    meaning: 'The integration score reaches the threshold while every closed item on shared work is a no.',
    unit: 'points of 100',
    threshold: 75,
    on: true,
    isConsistency: false,
    fails: (form, threshold) => {
      const score = integrationScore(form);
      return (
        'given' in score &&
        score.given >= threshold &&
        SHARED_WORK.every((item) => answerOn(form, item) === 'no')
      );
    },
  },
  {
    id: 'score_at_an_end',
    title: 'Score at an end of the scale',
    meaning: 'The integration score lies within so many points of 0 or of 100.',
    unit: 'points from the end',
    threshold: 0,
    on: false,
    isConsistency: false,
    fails: (form, threshold) => {
      const score = integrationScore(form);
      return 'given' in score && (score.given <= threshold || score.given >= 100 - threshold);
    },
  },
];

/** The check of this name. @throws RangeError for a name that no check has */
export function checkOf(id: string): PlausibilityCheck {
  const found = PLAUSIBILITY_CHECKS.find((check) => check.id === id);
  if (found === undefined) throw new RangeError(`there is no check ${id}`);
  return found;
}

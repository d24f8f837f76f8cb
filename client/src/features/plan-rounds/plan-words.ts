import type { PlanField } from '@liaison-atlas/shared/fieldwork/round-plan';

import { formatMoment } from '../../lib/format.js';

/** The label of each field of a plan, on the form and wherever a problem names it. */
export const FIELD_WORDS: Readonly<Record<PlanField, string>> = {
  title: 'Title',
  instrumentKey: 'Questionnaire',
  instrumentVersion: 'Questionnaire',
  frameId: 'Frame',
  opensAt: 'Opens on',
  closesAt: 'Closes on',
  correctionsUntil: 'Last day for corrections',
  perspectives: 'Whom the round invites',
  purpose: 'What the round is',
  approval: 'Reference of the ethical approval',
  legalBasis: 'Legal basis',
  legalBasisWhy: 'Why this basis holds',
  furtherWords: 'What else respondents are to know',
  unitOfAnalysis: 'What is counted',
  nameFacts: 'Name yes and no',
  nameDontKnow: 'Name “I don’t know”',
  nameSilence: 'Name hospitals that did not answer',
};

/** A field's name for people; a name that is none of the plan's stays as it is. */
export const fieldWords = (field: string): string =>
  Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field as PlanField] : field;

/** A value of a field for people: '' is "not set". */
export function valueWords(field: string, value: string): string {
  if (value === '') return 'not set';
  if (value === 'true') return 'yes';
  if (value === 'false') return 'no';
  return ['opensAt', 'closesAt', 'correctionsUntil'].includes(field)
    ? formatMoment(value)
    : value.replace(/_/g, ' ').replace(/,/g, ', ');
}

/** What of a round says what comes next. */
interface Coming {
  readonly kind: string;
  readonly state: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly correctionsUntil: string;
  readonly takesAnswers: boolean;
  readonly steps: readonly { readonly to: string; readonly problems: readonly unknown[] }[];
}

/** What comes next in a round, in a sentence. */
export function nextStepWords(round: Coming): string {
  const { state, opensAt, closesAt, correctionsUntil } = round;
  if (round.kind === 'published_facts') return 'Nothing: it holds a published report.';
  const opening = round.steps.find(({ to }) => to === 'open');
  switch (state) {
    case 'draft':
    case 'pilot':
      return opening !== undefined && opening.problems.length === 0
        ? 'Open it: everything is said.'
        : `Complete the plan: ${opening?.problems.length ?? 0} to settle before it can open.`;
    case 'open':
      if (round.takesAnswers)
        return closesAt === ''
          ? 'Set the day on which it closes.'
          : `Closes by itself on ${formatMoment(closesAt)}.`;
      return closesAt !== '' && opensAt !== '' && opensAt < closesAt
        ? `Takes answers from ${formatMoment(opensAt)}.`
        : 'Close it: its closing day has passed.';
    case 'corrections':
      return correctionsUntil === ''
        ? 'End the corrections.'
        : `Corrections end by themselves on ${formatMoment(correctionsUntil)}.`;
    case 'cleaning':
      return 'Check the answers, then release.';
    default:
      return 'See its live state.';
  }
}

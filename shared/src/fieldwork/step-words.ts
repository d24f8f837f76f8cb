import type { RoundStep } from './round-steps.js';

/** How many forms a step would touch. */
export interface FormCounts {
  readonly sent: number;
  readonly unsent: number;
}

/** A step for people: its button and what follows from it. Dates are told by who knows how to write them. */
export interface StepWords {
  readonly button: string;
  readonly consequences: readonly string[];
}

const forms = (count: number): string => `${count} ${count === 1 ? 'form' : 'forms'}`;

/** What a step does, in words, before anybody takes it. */
export function stepWords(
  { from, to }: Pick<RoundStep, 'from' | 'to'>,
  { sent, unsent }: FormCounts,
): StepWords {
  const endOfPilot = [
    `${forms(sent)} that ${sent === 1 ? 'was' : 'were'} sent in the pilot ${sent === 1 ? 'is' : 'are'} marked as test and never ${sent === 1 ? 'counts' : 'count'}; the links can be answered afresh.`,
    `${forms(unsent)} that ${unsent === 1 ? 'was' : 'were'} begun in the pilot and never sent ${unsent === 1 ? 'is' : 'are'} erased.`,
  ];
  const partial = `${forms(unsent)} never sent ${unsent === 1 ? 'becomes' : 'become'} partial: counted in RR2, RR4 and RR6, in no other figure. This cannot be taken back.`;
  switch (`${from} ${to}`) {
    case 'draft pilot':
      return {
        button: 'Begin the pilot',
        consequences: [
          'Links of the round take answers from now on, whatever its opening date.',
          'No answer of the pilot ever counts.',
          'Questionnaire and frame stand until the round is taken back to a draft.',
        ],
      };
    case 'pilot draft':
      return {
        button: 'End the pilot and change the plan',
        consequences: ['Links take no answers until the round is piloted again or opened.', ...endOfPilot],
      };
    case 'draft open':
    case 'pilot open':
      return {
        button: 'Open the round',
        consequences: [
          'The round becomes public in the list of rounds, and its links take answers from the opening date on.',
          'Questionnaire, frame, purpose and legal basis stand from now on.',
          'It closes by itself on its closing date.',
          ...(from === 'pilot' ? endOfPilot : []),
        ],
      };
    case 'open corrections':
      return {
        button: 'Close the round',
        consequences: [
          'No new answers are taken. What was sent can be corrected until the last day for corrections.',
          partial,
        ],
      };
    case 'open cleaning':
      return {
        button: 'Close the round without corrections',
        consequences: ['No new answers and no corrections are taken.', partial],
      };
    case 'corrections cleaning':
      return {
        button: 'End the corrections',
        consequences: [
          'No corrections are taken any more; the answers are checked. This cannot be taken back.',
        ],
      };
    default:
      return { button: `Go on to ${to}`, consequences: [] };
  }
}

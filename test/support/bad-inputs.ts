import type { GivenForm } from './given.js';

/** A wrong entry, on the page on which a browser would send it; everything else of the form is right. */
export interface BadInput {
  readonly fault: string;
  /** Whether the team's other answers say that there is in-reach; routing hangs on it. */
  readonly inReach: boolean;
  readonly page: string;
  readonly entered: GivenForm;
  readonly code: string;
  readonly field: string;
  /** A browser's form encoding cannot carry it, so the page gets it as JSON. */
  readonly asJson?: true;
}

const base = { inReach: true } as const;

/** One table for every way in: what it refuses, and by which name. */
export const BAD_INPUTS: readonly BadInput[] = [
  {
    ...base,
    fault: '150 on the scale from 0 to 100',
    page: 'integration',
    entered: { integration: ['150'] },
    code: 'OUT_OF_RANGE',
    field: 'integration',
  },
  {
    ...base,
    fault: '-1 on the scale',
    page: 'integration',
    entered: { integration: ['-1'] },
    code: 'OUT_OF_RANGE',
    field: 'integration',
  },
  {
    ...base,
    fault: 'half a point on the scale',
    page: 'integration',
    entered: { integration: ['59.5'] },
    code: 'NOT_A_WHOLE_NUMBER',
    field: 'integration',
  },
  {
    ...base,
    fault: 'a number and "I don\'t know"',
    page: 'integration',
    entered: { integration: ['60', 'dk'] },
    code: 'TOO_MANY_ANSWERS',
    field: 'integration',
  },
  {
    ...base,
    fault: 'an option code that does not exist',
    page: 'role',
    entered: { role: ['king'] },
    code: 'UNKNOWN_OPTION',
    field: 'role',
  },
  {
    ...base,
    fault: 'a code in capitals',
    page: 'country',
    entered: { country: ['ENGLAND'] },
    code: 'UNKNOWN_OPTION',
    field: 'country',
  },
  {
    fault: 'an answer to a question that routing hides',
    inReach: false,
    page: 'consent',
    entered: { consent_facts: ['yes'], consent_score: ['yes'], consent_quote: ['no'] },
    code: 'NOT_ASKED',
    field: 'consent_score',
  },
  {
    ...base,
    fault: 'no answer to a question that needs one',
    page: 'perspective',
    entered: { perspective: [] },
    code: 'REQUIRED',
    field: 'perspective',
  },
  {
    ...base,
    fault: 'blanks where an answer is needed',
    page: 'country',
    entered: { country: ['  '] },
    code: 'REQUIRED',
    field: 'country',
  },
  {
    ...base,
    fault: 'a question that the questionnaire does not have',
    page: 'role',
    entered: { role: ['liaison_lead'], favourite_colour: ['red'] },
    code: 'UNKNOWN_QUESTION',
    field: 'favourite_colour',
  },
  {
    ...base,
    fault: 'a question named like a part of the language',
    page: 'role',
    entered: { role: ['liaison_lead'], constructor: ['red'] },
    code: 'UNKNOWN_QUESTION',
    field: 'constructor',
  },
  {
    ...base,
    fault: 'text with U+0000',
    page: 'comments',
    entered: { comments: ['before\u0000after'] },
    code: 'UNREADABLE_TEXT',
    field: 'comments',
  },
  {
    ...base,
    fault: 'text with half a surrogate pair',
    page: 'comments',
    entered: { comments: ['a lone \ud800 half'] },
    code: 'UNREADABLE_TEXT',
    field: 'comments',
    asJson: true,
  },
  {
    ...base,
    fault: 'a text that is too long',
    page: 'comments',
    entered: { comments: ['x'.repeat(4001)] },
    code: 'TEXT_TOO_LONG',
    field: 'comments',
  },
  {
    ...base,
    fault: 'two codes for a single choice',
    page: 'iapt_treats_mus',
    entered: { iapt_treats_mus: ['yes', 'no'] },
    code: 'TOO_MANY_ANSWERS',
    field: 'iapt_treats_mus',
  },
  {
    ...base,
    fault: '"I don\'t know" together with an answer',
    page: 'service',
    entered: { settings: ['ward', 'dk'] },
    code: 'CONTRADICTORY_ANSWER',
    field: 'settings',
  },
  {
    ...base,
    fault: 'a hospital code of no hospital',
    page: 'hospital',
    entered: { hospital: ['ZZZ99'] },
    code: 'UNKNOWN_HOSPITAL',
    field: 'hospital',
  },
  {
    ...base,
    fault: 'a hospital code that is none',
    page: 'hospital',
    entered: { hospital: ["'; DROP TABLE response; --"] },
    code: 'UNKNOWN_HOSPITAL',
    field: 'hospital',
  },
  {
    ...base,
    fault: 'a hospital not in the list, without its name',
    page: 'hospital',
    entered: { hospital: ['other'] },
    code: 'UNNAMED_HOSPITAL',
    field: 'hospital',
  },
];

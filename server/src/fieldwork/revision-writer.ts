import type { Answers, AnswerValue } from '@liaison-atlas/shared/instrument/answer-value';
import { answerState } from '@liaison-atlas/shared/instrument/answer-value';
import { questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { allInstruments } from '@liaison-atlas/shared/instrument/registry';
import { OTHER_HOSPITAL_PREFIX } from '@liaison-atlas/shared/instrument/validate-answer';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';

import { newOrderedId } from '../database/ordered-id.js';
import { insertRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { sha256 } from '../platform/ids.js';
import { Answer } from './answer.entity.js';
import { ResponseRevision } from './response-revision.entity.js';

/** One submission on its way into the append-only tables. */
export interface NewRevision {
  readonly responseId: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly answers: Answers;
}

/** Writes what a team sent: the whole once as a document, and each answer as a row that can be counted. */
export async function writeRevision({ manager }: Unit, sent: NewRevision): Promise<void> {
  const { responseId, revision } = sent;
  const hash = sha256(canonicalJson(sent.answers));
  await insertRows(manager, ResponseRevision, [{ id: newOrderedId(sent.at), ...sent, hash }]);
  const rows = Object.entries(sent.answers).map(([variable, value]) => ({
    responseId,
    revision,
    variable,
    state: answerState(value),
    ...columnsOf(variable, value),
  }));
  await insertRows(manager, Answer, rows);
}

/** Questions answered in people's own words; a variable means the same in every version. */
const IN_OWN_WORDS: ReadonlySet<string> = new Set(
  allInstruments
    .flatMap(questionsOf)
    .filter(({ type }) => type === 'short_text' || type === 'long_text')
    .map(({ variable }) => variable),
);

/** A comment of one word is still text, and so is a hospital's name that somebody typed; codes hold no blank. */
function columnsOf(
  variable: string,
  value: AnswerValue,
): { code: string | null; number: number | null; text: string | null } {
  const none = { code: null, number: null, text: null };
  if ('missing' in value) return none;
  const { given } = value;
  if (typeof given === 'number') return { ...none, number: given };
  if (typeof given !== 'string') return { ...none, code: given.join(' ') };
  const isText = IN_OWN_WORDS.has(variable) || given.startsWith(OTHER_HOSPITAL_PREFIX);
  return isText ? { ...none, text: given } : { ...none, code: given };
}

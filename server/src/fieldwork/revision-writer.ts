import type { Answers, AnswerValue } from '@liaison-atlas/shared/instrument/answer-value';
import { answerState } from '@liaison-atlas/shared/instrument/answer-value';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';
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

/** Kinds of question that are answered in people's own words. */
const IN_OWN_WORDS: readonly string[] = ['short_text', 'long_text'];

/** Writes what a team sent: the whole once as a document, and each answer as a row that can be counted. */
export async function writeRevision(
  { manager }: Unit,
  instrument: Instrument,
  sent: NewRevision,
): Promise<void> {
  const { responseId, revision } = sent;
  const hash = sha256(canonicalJson(sent.answers));
  await insertRows(manager, ResponseRevision, [{ id: newOrderedId(sent.at), ...sent, hash }]);
  const texts = textsOf(instrument);
  const rows = Object.entries(sent.answers).map(([variable, value]) => ({
    responseId,
    revision,
    variable,
    state: answerState(value),
    ...columnsOf(value, texts.has(variable)),
  }));
  await insertRows(manager, Answer, rows);
}

const known = new WeakMap<Instrument, ReadonlySet<string>>();

/** Variables of the questionnaire that hold text; looked for once. */
function textsOf(instrument: Instrument): ReadonlySet<string> {
  const found = known.get(instrument);
  if (found !== undefined) return found;
  const texts = questionsOf(instrument).filter(({ type }) => IN_OWN_WORDS.includes(type));
  const variables = new Set(texts.map(({ variable }) => variable));
  known.set(instrument, variables);
  return variables;
}

/** A comment of one word is still text, and so is a hospital's name that somebody typed; codes hold no blank. */
function columnsOf(
  value: AnswerValue,
  isInOwnWords: boolean,
): { code: string | null; number: number | null; text: string | null } {
  const none = { code: null, number: null, text: null };
  if ('missing' in value) return none;
  const { given } = value;
  if (typeof given === 'number') return { ...none, number: given };
  if (typeof given !== 'string') return { ...none, code: given.join(' ') };
  const isText = isInOwnWords || given.startsWith(OTHER_HOSPITAL_PREFIX);
  return isText ? { ...none, text: given } : { ...none, code: given };
}

import { parseEmailAddress } from '../../access/email-address.js';
import { cleanText } from '../../kernel/clean-text.js';
import { type Problem, problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';

/** How a correction stands. */
export const CORRECTION_STATES = ['waiting', 'accepted', 'declined'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

const MOST_WORDS = 3000;
const FEWEST_WORDS = 10;
/** Most characters of why a correction was declined. */
const REASON_LENGTH = 500;

/** What a reader sends: free text, seen by those who keep the register and nobody else. */
export interface ReaderMessage {
  readonly text: string;
  /** '' = no answer is wanted. */
  readonly email: string;
}

/** @param needsAddress whether an answer is wanted in any case */
export function parseReaderMessage(
  raw: ReaderMessage,
  needsAddress: boolean,
): Result<ReaderMessage, Problem> {
  const text = cleanText(raw.text.trim(), 'text', MOST_WORDS);
  const problems: Problem[] = text.ok ? [] : [...text.problems];
  if (text.ok && text.value.length < FEWEST_WORDS)
    problems.push(problem('MISSING', 'text', 'This says too little.', 'Write a sentence or two.'));
  const isEmpty = raw.email.trim() === '';
  if (isEmpty && needsAddress)
    problems.push(
      problem('MISSING', 'email', 'Without an address nobody can answer.', 'Enter your e-mail address.'),
    );
  const email = isEmpty ? accept('') : parseEmailAddress(raw.email, 'email');
  if (!email.ok) problems.push(...email.problems);
  return problems.length > 0 || !text.ok || !email.ok
    ? refuse(...problems)
    : accept({ text: text.value, email: email.value });
}

/** Why something was declined: said to whoever sent it, so it may not be empty. */
export function parseReason(raw: string): Result<string, Problem> {
  const text = cleanText(raw.trim(), 'reason', REASON_LENGTH);
  if (!text.ok) return text;
  return text.value === ''
    ? refuse(problem('MISSING', 'reason', 'Nothing says why it was declined.', 'Give a reason.'))
    : text;
}

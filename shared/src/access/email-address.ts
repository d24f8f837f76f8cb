import { cleanText } from '../kernel/clean-text.js';
import type { Problem } from '../kernel/problem.js';
import { refuse, type Result } from '../kernel/result.js';

/** Longest address that mail servers have to take. */
const MAX_LENGTH = 254;

/**
 * An e-mail address in the one form in which it is stored and compared: without spaces around it, in small letters.
 * Refuses what cannot be one, above all line breaks, which could smuggle further headers into a mail.
 */
export function parseEmailAddress(raw: string, field: string): Result<string, Problem> {
  const text = cleanText(raw.trim().toLowerCase(), field, MAX_LENGTH);
  if (!text.ok) return text;
  if (/^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/.test(text.value)) return text;
  return refuse({
    code: 'NOT_AN_EMAIL_ADDRESS',
    field,
    message: 'This is not an e-mail address.',
    mend: 'Enter one address, like name@example.nhs.uk.',
  });
}

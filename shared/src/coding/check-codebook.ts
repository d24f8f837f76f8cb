import { cleanText } from '../kernel/clean-text.js';
import { type Problem, problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import type { BookCode, CodebookContent } from './codebook-content.js';

/** Most codes of one book: more than two people can keep apart. */
export const MAX_CODES = 200;
const LENGTHS = { name: 200, definition: 2000, include: 2000, exclude: 2000, example: 2000 } as const;
const TEXTS = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[];

/** What a key may be: what fits on a button and is one word in a table. */
export const isCodeKey = (key: string): boolean => /^[A-Za-z][A-Za-z0-9]{0,7}$/.test(key);

/**
 * A codebook as somebody edited it, texts cleaned; or everything that is wrong with it. A code that is left out is not
 * applied any more; what was coded with it is kept and comes back when a later version has it again.
 */
export function checkCodebook(codes: readonly BookCode[]): Result<CodebookContent, Problem> {
  if (codes.length > MAX_CODES)
    return refuse(
      problem('TOO_MANY_CODES', '', `The book has ${codes.length} codes.`, `Keep to ${MAX_CODES}.`),
    );
  const problems: Problem[] = [];
  const cleaned = codes.map((code, at) => {
    const texts: Partial<Record<(typeof TEXTS)[number], string>> = {};
    for (const field of TEXTS) {
      const result = cleanText(code[field].trim(), `codes.${at}.${field}`, LENGTHS[field]);
      if (result.ok) texts[field] = result.value;
      else problems.push(...result.problems);
    }
    return { ...code, ...texts };
  });
  const byId = new Map(cleaned.map((code) => [code.id, code]));
  if (byId.size < cleaned.length)
    problems.push(problem('CODE_TWICE', '', 'One code is in the book twice.', 'Take one of them out.'));
  const keys = new Set<string>();
  for (const [at, code] of cleaned.entries()) {
    if (code.mergedInto !== '') continue;
    problems.push(...problemsOf(code, `codes.${at}`, byId));
    const key = code.key.toUpperCase();
    if (keys.has(key))
      problems.push(
        problem(
          'KEY_TWICE',
          `codes.${at}.key`,
          `Two codes have the key ${code.key}.`,
          'Give one another key.',
        ),
      );
    keys.add(key);
  }
  return problems.length > 0 ? refuse(...problems) : accept({ codes: cleaned });
}

function problemsOf(code: BookCode, field: string, byId: ReadonlyMap<string, BookCode>): Problem[] {
  const found: Problem[] = [];
  if (!isCodeKey(code.key))
    found.push(
      problem(
        'BAD_KEY',
        `${field}.key`,
        `"${code.key}" cannot be the key of a code.`,
        'Use a letter, then up to seven letters or digits, such as T1.',
      ),
    );
  if (code.name === '')
    found.push(problem('NO_NAME', `${field}.name`, `The code ${code.key} has no name.`, 'Name it.'));
  if (!/^(#[0-9a-f]{6})?$/i.test(code.colour))
    found.push(
      problem(
        'BAD_COLOUR',
        `${field}.colour`,
        `The colour of ${code.key} is none.`,
        'Use one such as #005eb8.',
      ),
    );
  if (!hasPlace(code, byId))
    found.push(
      problem(
        'BAD_PARENT',
        `${field}.parentId`,
        `${code.key} stands under itself or under a code that is not in the book.`,
        'Choose another place for it.',
      ),
    );
  return found;
}

/** Whether the way up from a code ends at the top, over codes in use. */
function hasPlace(code: BookCode, byId: ReadonlyMap<string, BookCode>): boolean {
  const seen = new Set([code.id]);
  for (let at = code.parentId; at !== '';) {
    const above = byId.get(at);
    if (above === undefined || above.mergedInto !== '' || seen.has(at)) return false;
    seen.add(at);
    at = above.parentId;
  }
  return true;
}

import { type CodingResult, mayBeCompared } from './coding-result.js';
import { codeIdsOf, type UnitCoding } from './unit-coding.js';

/** What was said of one comment, for telling whether a coder's suggestions may be learned from it. */
export interface TaughtUnit {
  readonly codings: readonly UnitCoding[];
  /** Pseudonyms of those who have the comment to code now. */
  readonly coders: readonly string[];
  readonly result: CodingResult;
}

/**
 * The codes of a comment that may feed a coder's suggestions; null = it may not feed them. Coders are blind to each
 * other, and a suggestion learned from what the other said would tell it. So in a round that the coder codes: what a
 * person has decided, and what the coder has finished alone; nothing of a comment that still lies before the coder.
 * In a round that the coder does not code: what is settled, decided or agreed on by all its coders.
 * @param codesHere whether the coder has, or had, comments of this round to code with this book
 */
export function teachingCodes(
  { codings, coders, result }: TaughtUnit,
  coderId: string,
  codesHere: boolean,
): readonly string[] | null {
  const own = codings.filter((coding) => coding.coderId === coderId);
  const finished = own.find(({ state }) => state === 'final');
  const isBefore = finished === undefined && (own.length > 0 || coders.includes(coderId));
  if (isBefore) return null;
  if (result.state === 'adjudicated') return result.codeIds;
  if (finished !== undefined) return codeIdsOf(finished.codes);
  return !codesHere && result.state === 'agreed' && mayBeCompared(codings, coders) ? result.codeIds : null;
}

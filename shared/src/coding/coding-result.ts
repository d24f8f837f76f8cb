import { codeIdsOf, type UnitCoding } from './unit-coding.js';

/**
 * What stands for a comment: `adjudicated` a person decided between the coders; `agreed` two or more coders gave the
 * same codes; `disagreed` they did not, and nobody has decided; `waiting` fewer than two have finished it.
 */
export type ResultState = 'adjudicated' | 'agreed' | 'disagreed' | 'waiting';

/** The codes that count for a comment; none while it is disagreed on or waiting. */
export interface CodingResult {
  readonly state: ResultState;
  readonly codeIds: readonly string[];
}

/** @param adjudicated codes a person decided on, under the current book; null = nobody has. */
export function codingResult(
  codings: readonly UnitCoding[],
  adjudicated: readonly string[] | null,
): CodingResult {
  if (adjudicated !== null) return { state: 'adjudicated', codeIds: adjudicated };
  const final = codings.filter(({ state }) => state === 'final').map(({ codes }) => codeIdsOf(codes));
  if (final.length < 2) return { state: 'waiting', codeIds: [] };
  const [first = [], ...others] = final;
  return others.every((codes) => sameCodes(codes, first))
    ? { state: 'agreed', codeIds: first }
    : { state: 'disagreed', codeIds: [] };
}

/** Whether two lists hold the same codes in any order; each list has a code once. */
export function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code) => b.includes(code));
}

/**
 * The codings that may be laid side by side: those of a comment that every coder who has it has finished. While one is
 * still at work nobody sees what another said, the person who decides included.
 */
export function mayBeCompared(codings: readonly UnitCoding[], coders: readonly string[]): boolean {
  const final = new Set(codings.filter(({ state }) => state === 'final').map(({ coderId }) => coderId));
  return final.size >= 2 && coders.every((coder) => final.has(coder));
}

import type { BookCode } from './codebook-content.js';
import type { Application } from './unit-coding.js';

/** One coder's codes on a comment, or a person's decision between coders. */
export interface TabledCoding {
  readonly unitId: string;
  readonly variable: string;
  /** `coder 1`, `coder 2` …, or `decision`: never who it was. */
  readonly by: string;
  readonly state: string;
  readonly codes: readonly Application[];
  /** Codes that were suggested to the coder for this comment; none for a decision. */
  readonly suggested: readonly string[];
  /** Whether a person decided between coders. */
  readonly isDecision: boolean;
}

/** A table as text cells and numbers, ready for a file. */
export interface CodingsTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const COLUMNS = [
  'comment',
  'question',
  'by',
  'state',
  'code',
  'code_name',
  'start',
  'end',
  'words',
  'origin',
] as const;

/**
 * Every code that was applied as a row of its own; a comment to which nobody applied one has a row without a code. The
 * comment's text is not in it: `words` are those of a quotation that may leave, else ''. `origin` says how the code came
 * about: `coder`; `suggested` where it had been suggested to the coder, who took it; `decision`; '' without a code.
 */
export function codingsTable(
  codings: readonly TabledCoding[],
  codes: readonly BookCode[],
  wordsOf: (unitId: string) => string,
): CodingsTable {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const rows = codings.flatMap(({ unitId, variable, by, state, codes: applied, suggested, isDecision }) => {
    const begin = [unitId, variable, by, state];
    const words = wordsOf(unitId);
    if (applied.length === 0) return [[...begin, '', '', '', '', words, '']];
    return applied.map(({ codeId, start, end }) => {
      const { key = '', name = '' } = byId.get(codeId) ?? {};
      const span = start === 0 && end === 0 ? ['', ''] : [start, end];
      const origin = isDecision ? 'decision' : suggested.includes(codeId) ? 'suggested' : 'coder';
      return [...begin, key, name, ...span, words, origin];
    });
  });
  return { columns: [...COLUMNS], rows };
}

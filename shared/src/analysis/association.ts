import { chiSquareTail } from './chi-square-tail.js';
import { chiSquare, monteCarloChiSquare } from './chi-square.js';
import { type CrossTable, fisherExact } from './fisher.js';

export const ASSOCIATION_METHODS = ['fisher', 'chi-square', 'monte-carlo'] as const;

/** Whether answers differ between groups by more than chance would bring about, and how strongly. */
export interface Association {
  readonly method: (typeof ASSOCIATION_METHODS)[number];
  /** Chance of groups that lie at least as far apart, if group and answer had nothing to do with each other. */
  readonly p: number;
  readonly cramersV: number;
  readonly n: number;
}

/** Below this expected count χ²'s distribution is not trusted (methods D6.6). */
export const LEAST_EXPECTED = 5;

/**
 * Tests a cross table (methods D6.6): Fisher exactly where two groups meet two answers, else χ², by shuffling where
 * fewer than five would be expected in a cell. null = fewer than two groups or two answers hold anything.
 */
export function association(table: CrossTable, seed = 1): Association | null {
  const filled = table.filter((row) => row.some((count) => count > 0));
  const columns = (filled[0] ?? [])
    .map((_, at) => at)
    .filter((at) => filled.some((row) => (row[at] ?? 0) > 0));
  const kept = filled.map((row) => columns.map((at) => row[at] ?? 0));
  const { n, statistic, degrees, leastExpected, cramersV } = chiSquare(kept);
  if (cramersV === null) return null;
  if (kept.length === 2 && columns.length === 2)
    return { method: 'fisher', p: fisherExact(kept), cramersV, n };
  if (leastExpected < LEAST_EXPECTED)
    return { method: 'monte-carlo', p: monteCarloChiSquare(kept, seed), cramersV, n };
  return { method: 'chi-square', p: chiSquareTail(statistic, degrees), cramersV, n };
}

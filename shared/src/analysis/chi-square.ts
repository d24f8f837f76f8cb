import { seededRandom } from '../kernel/seeded-random.js';
import type { CrossTable } from './fisher.js';
import { requireCount } from './require-count.js';

/** Pearson's statistic of a cross table, and what is needed to judge it. Empty rows and columns are left out first. */
export interface ChiSquare {
  readonly n: number;
  readonly statistic: number;
  readonly degrees: number;
  /** The smallest count that would be expected if group and answer had nothing to do with each other. */
  readonly leastExpected: number;
  /** Strength from 0 (none) to 1; null where fewer than two rows or columns hold anything. */
  readonly cramersV: number | null;
}

/**
 * Pearson's χ² and Cramér's V = √(χ² / (n · (least of rows and columns − 1))) (methods D6.6).
 * @throws RangeError on a cell that is no count, or rows of different length
 */
export function chiSquare(table: CrossTable): ChiSquare {
  const kept = withoutEmpty(table);
  const { rows, columns, n } = margins(kept);
  const degrees = Math.max(0, rows.length - 1) * Math.max(0, columns.length - 1);
  if (degrees === 0) return { n, statistic: 0, degrees, leastExpected: 0, cramersV: null };
  const statistic = statisticOf(kept, rows, columns, n);
  return {
    n,
    statistic,
    degrees,
    leastExpected: (Math.min(...rows) * Math.min(...columns)) / n,
    cramersV: Math.min(1, Math.sqrt(statistic / (n * Math.min(rows.length - 1, columns.length - 1)))),
  };
}

/** How many shuffles a Monte-Carlo test makes; the p-value is known to about ±0.004 where it is 0.05. */
export const SHUFFLES = 9999;

/**
 * Monte-Carlo test of a cross table with fixed margins, for tables too thin for χ²'s distribution (methods D6.6): how
 * often answers dealt to the groups by chance lie at least as far apart. The seed makes it come out the same always.
 * @returns (1 + tables as far apart) / (1 + shuffles), never 0
 */
export function monteCarloChiSquare(table: CrossTable, seed = 1, shuffles = SHUFFLES): number {
  const kept = withoutEmpty(table);
  const { rows, columns, n } = margins(kept);
  if (rows.length < 2 || columns.length < 2) return 1;
  const seen = statisticOf(kept, rows, columns, n) * (1 - 1e-9);
  const cards = Int32Array.from(columns.flatMap((count, column) => Array<number>(count).fill(column)));
  const random = seededRandom(seed);
  let asFar = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle += 1) {
    for (let at = n - 1; at > 0; at -= 1) {
      const other = random.below(at + 1);
      const card = cards[at] ?? 0;
      cards[at] = cards[other] ?? 0;
      cards[other] = card;
    }
    if (statisticOf(deal(cards, rows, columns.length), rows, columns, n) >= seen) asFar += 1;
  }
  return (1 + asFar) / (1 + shuffles);
}

function deal(cards: Int32Array, rows: readonly number[], columns: number): number[][] {
  let at = 0;
  return rows.map((size) => {
    const row = Array<number>(columns).fill(0);
    for (let dealt = 0; dealt < size; dealt += 1) {
      const column = cards[at] ?? 0;
      row[column] = (row[column] ?? 0) + 1;
      at += 1;
    }
    return row;
  });
}

function statisticOf(
  table: CrossTable,
  rows: readonly number[],
  columns: readonly number[],
  n: number,
): number {
  let sum = 0;
  table.forEach((row, r) =>
    row.forEach((count, c) => {
      const expected = ((rows[r] ?? 0) * (columns[c] ?? 0)) / n;
      sum += (count - expected) ** 2 / expected;
    }),
  );
  return sum;
}

function margins(table: CrossTable): { rows: number[]; columns: number[]; n: number } {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, column) =>
    table.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return { rows, columns, n: rows.reduce((sum, count) => sum + count, 0) };
}

/** A row or column in which nothing is counted says nothing, and has no expected count to divide by. */
function withoutEmpty(table: CrossTable): CrossTable {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width) throw new RangeError('the rows of a cross table must be of one length');
    for (const count of row) requireCount('a cell', count);
  }
  const rows = table.filter((row) => row.some((count) => count > 0));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? 0) > 0),
  );
  return rows.map((row) => columns.map((column) => row[column] ?? 0));
}

import { requireCount } from './require-count.js';

/** A count of people below this, and above 0, is hidden outside national totals (methods C4, domain D5). */
export const LEAST_PEOPLE = 8;
/** Other counts of people are rounded to a multiple of this. */
export const ROUND_TO = 5;
/** Opinions are split over no fewer hospitals than this. */
export const LEAST_OPINIONS = 3;

/** A count in a set of tables, by an id of the caller's choice. */
export interface CountCell {
  readonly id: string;
  readonly count: number;
  /** A national total: never hidden, never rounded. */
  readonly national?: boolean;
}

/** One cell that is the sum of others: a total of a row, of a column, or the region in a table of its boards. */
export interface CellSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A count as it may leave; `*` = hidden. */
export type PublishedCount = number | '*';

/** Tables that have left already: the exact counts and sums they were made from, and what was published of them. */
export interface EarlierTables {
  readonly cells: readonly CountCell[];
  readonly sums: readonly CellSum[];
  readonly published: ReadonlyMap<string, PublishedCount>;
}

/**
 * Counts of people as they may leave (methods C4, domain D5): 1 to 7 become `*`, others are rounded to the nearest 5,
 * national totals stay as they are. Then further cells are hidden until no hidden one can be worked out from the sums
 * that hold between the cells; give all tables of one freeze at once, or two of them solve each other.
 *
 * With earlier tables of the same cells the two do not solve each other either, even for a reader who knows which counts
 * have not changed: what was hidden and is the same stays hidden, and further cells are hidden until neither the old nor
 * the new secrets follow.
 * @throws RangeError where the national total gives a cell away whatever is hidden: such tables must not leave; and on
 *   what is no count, an id twice, a sum over an unknown cell, or one that does not add up
 */
export function protectPeopleCounts(
  cells: readonly CountCell[],
  sums: readonly CellSum[],
  earlier?: EarlierTables,
): ReadonlyMap<string, PublishedCount> {
  const counts = new Map(checkedCounts(cells, sums));
  const kept = new Set(cells.filter((cell) => cell.national).map(({ id }) => id));
  const small = cells
    .filter(({ id, count }) => !kept.has(id) && count > 0 && count < LEAST_PEOPLE)
    .map(({ id }) => id);
  const both = earlier === undefined ? undefined : beside(counts, earlier);
  const hidden = hideUntilSafe(
    new Map([...counts, ...(both?.counts ?? [])]),
    [...sums, ...(both?.sums ?? [])],
    new Set([...small, ...(both?.hidden ?? [])]),
    new Set([...kept, ...(both?.shown ?? [])]),
  );
  return new Map(
    cells.map(({ id, count }) => [id, hidden.has(id) ? '*' : kept.has(id) ? count : roundCount(count)]),
  );
}

/**
 * Earlier tables as part of the same puzzle: a cell that has not changed is one unknown in both, a changed one another.
 */
function beside(
  counts: ReadonlyMap<string, number>,
  { cells, sums, published }: EarlierTables,
): {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly CellSum[];
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
} {
  const before = checkedCounts(cells, sums);
  const nameOf = (id: string): string => (counts.get(id) === before.get(id) ? id : `before ${id}`);
  const isHidden = ({ id }: CountCell): boolean => published.get(id) === '*';
  return {
    counts: new Map(cells.map(({ id, count }) => [nameOf(id), count])),
    sums: sums.map(({ whole, parts }) => ({ whole: nameOf(whole), parts: parts.map(nameOf) })),
    hidden: cells.filter(isHidden).map(({ id }) => nameOf(id)),
    shown: cells.filter((cell) => !isHidden(cell)).map(({ id }) => nameOf(id)),
  };
}

const roundCount = (count: number): number => Math.round(count / ROUND_TO) * ROUND_TO;

function checkedCounts(cells: readonly CountCell[], sums: readonly CellSum[]): ReadonlyMap<string, number> {
  const counts = new Map(cells.map(({ id, count }) => [id, count]));
  if (counts.size !== cells.length) throw new RangeError('a cell stands in the tables more than once');
  for (const { id, count } of cells) requireCount(id, count);
  for (const { whole, parts } of sums) {
    const values = [whole, ...parts].map((id) => counts.get(id));
    if (values.includes(undefined)) throw new RangeError(`the sum ${whole} is over an unknown cell`);
    const [total = 0, ...rest] = values.map((value) => value ?? 0);
    if (rest.reduce((sum, value) => sum + value, 0) !== total)
      throw new RangeError(`the parts of ${whole} do not add up to it`);
  }
  return counts;
}

/**
 * Hides visible cells beside those that can be worked out, until none can: each time the cell that leaves fewest to be
 * worked out, of equals the smallest. Never a nought, which would be known to be none among hidden small counts.
 */
function hideUntilSafe(
  counts: ReadonlyMap<string, number>,
  sums: readonly CellSum[],
  small: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): ReadonlySet<string> {
  const hidden = new Set(small);
  for (;;) {
    const solved = new Set(solvableCells(counts, sums, hidden));
    if (solved.size === 0) return hidden;
    const beside = sums
      .map(({ whole, parts }) => [whole, ...parts])
      .filter((ids) => ids.some((id) => solved.has(id)))
      .flat();
    const [next] = [...new Set(beside)]
      .filter((id) => !hidden.has(id) && !kept.has(id) && (counts.get(id) ?? 0) > 0)
      .map((id) => ({
        id,
        left: solvableCells(counts, sums, new Set([...hidden, id])).length,
        count: counts.get(id) ?? 0,
      }))
      .toSorted((a, b) => a.left - b.left || a.count - b.count || (a.id < b.id ? -1 : 1));
    if (next === undefined)
      throw new RangeError(`nothing is left that could protect ${[...solved].join(', ')}`);
    hidden.add(next.id);
  }
}

/**
 * The hidden cells that a reader can work out who knows every other cell exactly and all the sums: from the equations
 * alone, or because hidden counts are at least 1 and the sums leave one value only. Used by the protection and by its
 * test alike; rounding makes a reader's task harder still and is not relied upon.
 */
export function solvableCells(
  counts: ReadonlyMap<string, number>,
  sums: readonly CellSum[],
  hidden: ReadonlySet<string>,
): readonly string[] {
  const order = [...hidden];
  const equations = sums.map(({ whole, parts }) => {
    const row = order.map((id) => (id === whole ? -1 : 0) + (parts.includes(id) ? 1 : 0));
    const known = (id: string): number => (hidden.has(id) ? 0 : (counts.get(id) ?? 0));
    return { row, sum: known(whole) - parts.reduce((sum, id) => sum + known(id), 0) };
  });
  const determined = pivots(equations.map(({ row }) => row));
  const exact = order.filter((_, at) =>
    determined.some((row) => row.every((value, column) => Math.abs(value) > TINY === (column === at))),
  );
  return [...new Set([...exact, ...pinnedCells(counts, sums, hidden)])];
}

/** Hidden cells that are pinned to one value by every sum's ranges together, if hidden counts are at least 1. */
function pinnedCells(
  counts: ReadonlyMap<string, number>,
  sums: readonly CellSum[],
  hidden: ReadonlySet<string>,
): readonly string[] {
  const low = new Map([...counts].map(([id, count]) => [id, hidden.has(id) ? 1 : count]));
  const high = new Map([...counts].map(([id, count]) => [id, hidden.has(id) ? Infinity : count]));
  const of = (end: ReadonlyMap<string, number>, id: string): number => end.get(id) ?? 0;
  let moved = true;
  const narrow = (id: string, from: number, to: number): void => {
    if (from > of(low, id)) low.set(id, from);
    else if (to < of(high, id)) high.set(id, to);
    else return;
    moved = true;
    narrow(id, from, to);
  };
  while (moved) {
    moved = false;
    for (const { whole, parts } of sums) {
      const sumOf = (end: ReadonlyMap<string, number>, without = ''): number =>
        parts.reduce((sum, id) => (id === without ? sum : sum + of(end, id)), 0);
      narrow(whole, sumOf(low), sumOf(high));
      for (const id of parts) narrow(id, of(low, whole) - sumOf(high, id), of(high, whole) - sumOf(low, id));
    }
  }
  return [...hidden].filter((id) => of(low, id) === of(high, id));
}

const TINY = 1e-9;

/** Reduced row echelon form by Gauss and Jordan; a row with one entry gives one cell away. */
function pivots(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = matrix.map((row) => [...row]);
  let done = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && done < rows.length; column += 1) {
    const best = rows.findIndex((row, at) => at >= done && Math.abs(row[column] ?? 0) > TINY);
    const pivot = rows[best];
    const swap = rows[done];
    if (pivot === undefined || swap === undefined) continue;
    rows[best] = swap;
    const scale = pivot[column] ?? 1;
    const unit = pivot.map((value) => value / scale);
    rows[done] = unit;
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (at !== done && Math.abs(factor) > TINY)
        rows[at] = row.map((value, c) => value - factor * (unit[c] ?? 0));
    });
    done += 1;
  }
  return rows;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CellSum, type CountCell, protectPeopleCounts, type PublishedCount } from './disclosure.js';

/** A table of counts with totals of rows, of columns, and the national one. */
function tableOf(rows: readonly (readonly number[])[], name = 't', total = 'england'): Tables {
  const width = rows[0]?.length ?? 0;
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const columns = Array.from({ length: width }, (_, c) => sumOf(rows.map((row) => row[c] ?? 0)));
  const id = (r: number | string, c: number | string): string => `${name}:${r}:${c}`;
  const cells: CountCell[] = [
    ...rows.flatMap((row, r) => row.map((count, c) => ({ id: id(r, c), count }))),
    ...rows.map((row, r) => ({ id: id(r, 'all'), count: sumOf(row) })),
    ...columns.map((count, c) => ({ id: id('all', c), count })),
    { id: total, count: sumOf(columns), national: true },
  ];
  const sums: CellSum[] = [
    ...rows.map((row, r) => ({ whole: id(r, 'all'), parts: row.map((_, c) => id(r, c)) })),
    ...columns.map((_, c) => ({ whole: id('all', c), parts: rows.map((_row, r) => id(r, c)) })),
    { whole: total, parts: rows.map((_, r) => id(r, 'all')) },
    { whole: total, parts: columns.map((_, c) => id('all', c)) },
  ];
  return { cells, sums };
}
interface Tables {
  readonly cells: readonly CountCell[];
  readonly sums: readonly CellSum[];
}

/**
 * A reader who does not use our solver: tries every whole number that each hidden cell could be, shrinking the ranges
 * by every sum until nothing moves. What is left with one value has been worked out.
 */
function workedOut({ cells, sums }: Tables, published: ReadonlyMap<string, PublishedCount>): string[] {
  const exact = new Map(cells.map(({ id, count }) => [id, count]));
  const ranges = new Map(
    cells.map(({ id, count }) => (published.get(id) === '*' ? [id, [1, 9999]] : [id, [count, count]])),
  );
  const range = (id: string): [number, number] => ranges.get(id) as [number, number];
  for (let moved = true; moved;) {
    moved = false;
    const narrow = (id: string, low: number, high: number): void => {
      const [l, h] = range(id);
      if (low <= l && high >= h) return;
      ranges.set(id, [Math.max(l, low), Math.min(h, high)]);
      moved = true;
    };
    for (const { whole, parts } of sums) {
      const [lows, highs] = [0, 1].map((end) => parts.reduce((sum, id) => sum + range(id)[end]!, 0));
      narrow(whole, lows!, highs!);
      for (const id of parts)
        narrow(id, range(whole)[0] - (highs! - range(id)[1]), range(whole)[1] - (lows! - range(id)[0]));
    }
  }
  expect([...exact].every(([id, count]) => range(id)[0] <= count && count <= range(id)[1])).toBe(true);
  return cells.flatMap(({ id }) => (published.get(id) === '*' && range(id)[0] === range(id)[1] ? [id] : []));
}

/**
 * A second reader, with algebra instead of ranges: a hidden cell follows from the equations when adding "this cell is
 * so much" to them teaches nothing new, which is when the rank stays the same.
 */
function followsByAlgebra({ sums }: Tables, published: ReadonlyMap<string, PublishedCount>): string[] {
  const unknown = [...published].flatMap(([id, count]) => (count === '*' ? [id] : []));
  const rows = sums.map(({ whole, parts }) =>
    unknown.map((id) => Number(parts.includes(id)) - Number(id === whole)),
  );
  const rank = rankOf(rows);
  return unknown.filter((_, at) => rankOf([...rows, unknown.map((__, c) => Number(c === at))]) === rank);
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const [head, ...rest] = matrix.filter((row) => row.some((value) => Math.abs(value) > 1e-9));
  if (head === undefined) return 0;
  const lead = head.findIndex((value) => Math.abs(value) > 1e-9);
  const without = rest.map((row) => row.map((value, c) => value - (row[lead]! / head[lead]!) * head[c]!));
  return 1 + rankOf(without);
}

const protect = ({ cells, sums }: Tables) => protectPeopleCounts(cells, sums);

describe('counts of people', () => {
  it('of 1 to 7 are hidden, others rounded to 5, noughts and the national total kept', () => {
    const table = tableOf([
      [3, 12, 0],
      [6, 23, 48],
      [44, 18, 31],
    ]);
    const published = protect(table);
    expect(published.get('t:0:0')).toBe('*');
    expect(published.get('t:1:0')).toBe('*');
    expect(published.get('t:0:2')).toBe(0);
    expect(published.get('t:2:1')).toBe(20);
    expect(published.get('england')).toBe(185);
    expect(workedOut(table, published)).toEqual([]);
  });

  it('leave no row and no column with exactly one hidden cell', () => {
    const published = protect(
      tableOf([
        [3, 12, 30],
        [46, 23, 48],
        [44, 18, 31],
      ]),
    );
    const isHidden = (r: number | string, c: number | string): number =>
      Number(published.get(`t:${r}:${c}`) === '*');
    for (const line of [0, 1, 2]) {
      expect([0, 1, 2, 'all'].reduce((sum: number, c) => sum + isHidden(line, c), 0)).not.toBe(1);
      expect([0, 1, 2, 'all'].reduce((sum: number, r) => sum + isHidden(r, line), 0)).not.toBe(1);
    }
  });

  it('hide more where two cells of one person each would be told by their sum', () => {
    const table = tableOf([
      [1, 1, 40],
      [20, 30, 50],
      [25, 35, 45],
    ]);
    expect(workedOut(table, protect(table))).toEqual([]);
  });

  it('cannot be worked out from two tables of one freeze: boards within a region', () => {
    const regions = tableOf(
      [
        [4, 40],
        [5, 50],
        [60, 70],
      ],
      'region',
    );
    const boards: CountCell[] = [
      { id: 'board:1', count: 22 },
      { id: 'board:2', count: 22 },
    ];
    const both: Tables = {
      cells: [...regions.cells, ...boards],
      sums: [...regions.sums, { whole: 'region:0:all', parts: ['board:1', 'board:2'] }],
    };
    const published = protect(both);
    expect(workedOut(both, published)).toEqual([]);
    expect(followsByAlgebra(both, published)).toEqual([]);
    expect(published.get('region:0:0')).toBe('*');
  });

  it('cannot be worked out in any table of three by three with its totals', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 8, max: 60 }));
    const row = fc.tuple(count, count, count);
    fc.assert(
      fc.property(fc.tuple(row, row, row), (rows) => {
        const table = tableOf(rows);
        let published;
        try {
          published = protect(table);
        } catch (error) {
          // A national total that leaves nothing to hide behind: the table must not leave at all.
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(workedOut(table, published)).toEqual([]);
        expect(followsByAlgebra(table, published)).toEqual([]);
      }),
    );
  });

  it('cannot be worked out from two releases, by a reader who knows which counts are the same in both', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 8, max: 60 }));
    const row = fc.tuple(count, count, count);
    const change = fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 12 }));
    let tried = 0;
    fc.assert(
      fc.property(
        fc.tuple(row, row, row),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (rows, changes) => {
          const later = rows.map((counts, r) =>
            counts.map((each, c) =>
              changes.reduce((sum, [cr, cc, more]) => (cr === r && cc === c ? sum + more : sum), each),
            ),
          );
          const [first, second] = [tableOf(rows), tableOf(later)];
          let published, after;
          try {
            published = protect(first);
            after = protectPeopleCounts(second.cells, second.sums, { ...first, published });
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            return;
          }
          tried += 1;
          const was = new Map(first.cells.map((cell) => [cell.id, cell.count]));
          const same = new Set(
            second.cells.filter((cell) => was.get(cell.id) === cell.count).map(({ id }) => id),
          );
          const old = (id: string): string => (same.has(id) ? id : `old ${id}`);
          const both: Tables = {
            cells: [
              ...second.cells,
              ...first.cells.filter(({ id }) => !same.has(id)).map((cell) => ({ ...cell, id: old(cell.id) })),
            ],
            sums: [
              ...second.sums,
              ...first.sums.map(({ whole, parts }) => ({ whole: old(whole), parts: parts.map(old) })),
            ],
          };
          const read = new Map([...after, ...[...published].map(([id, one]) => [old(id), one] as const)]);
          for (const id of same) expect(after.get(id) === '*', id).toBe(published.get(id) === '*');
          expect(workedOut(both, read)).toEqual([]);
          expect(followsByAlgebra(both, read)).toEqual([]);
        },
      ),
      { seed: 5 },
    );
    expect(tried).toBeGreaterThan(30);
  });

  it('are refused where the national total would give a cell away, and where sums are wrong', () => {
    const only: Tables = {
      cells: [
        { id: 'a', count: 3 },
        { id: 'england', count: 3, national: true },
      ],
      sums: [{ whole: 'england', parts: ['a'] }],
    };
    expect(() => protect(only)).toThrow('nothing is left');
    expect(() => protect({ ...only, sums: [{ whole: 'england', parts: ['b'] }] })).toThrow(RangeError);
    expect(() =>
      protectPeopleCounts(
        [
          { id: 'a', count: 3 },
          { id: 'b', count: 4 },
        ],
        [{ whole: 'a', parts: ['b'] }],
      ),
    ).toThrow('do not add up');
  });
});

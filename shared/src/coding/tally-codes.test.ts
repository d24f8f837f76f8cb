import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tallyCodes, type TallyGroup } from './tally-codes.js';

/** One row of a tally: so many comments with one code in each group. */
function rowOf(counts: readonly number[], hospitals: readonly number[]) {
  const groups: TallyGroup[] = hospitals.map((size, at) => ({ id: `g${at}`, hospitals: size }));
  const comments = counts.flatMap((count, at) =>
    Array.from({ length: count }, () => ({ odsCode: `g${at}`, codeIds: ['code'] })),
  );
  const [row] = tallyCodes(['code'], comments, groups, (odsCode) => odsCode);
  return row!;
}
const shown = (counts: readonly number[], hospitals: readonly number[]) =>
  rowOf(counts, hospitals).cells.map(({ comments }) => comments);

/**
 * A reader with the total and the shown counts, who knows that no hidden count is nought unless the whole row is hidden,
 * and that those of small groups are one or two unless they hide another. Gives the small groups whose count is left
 * with one value.
 */
function workedOut(counts: readonly number[], hospitals: readonly number[]): readonly number[] {
  const row = rowOf(counts, hospitals);
  const hidden = row.cells.flatMap(({ comments }, at) => (comments === 'hidden' ? [at] : []));
  const left =
    row.total - row.cells.reduce((sum, { comments }) => sum + (comments === 'hidden' ? 0 : comments), 0);
  const least = hidden.length === row.cells.length ? 0 : 1;
  const ways = (at: number, rest: number): readonly (readonly number[])[] => {
    if (at === hidden.length) return rest === 0 ? [[]] : [];
    const found: (readonly number[])[] = [];
    for (let value = least; value <= rest; value += 1)
      for (const others of ways(at + 1, rest - value)) found.push([value, ...others]);
    return found;
  };
  const all = ways(0, left);
  return hidden.filter((group, at) => {
    const isSecret = hospitals[group]! <= 3 && counts[group]! > 0 && counts[group]! <= 2;
    return isSecret && new Set(all.map((way) => way[at])).size === 1;
  });
}

describe('comments by code and group', () => {
  it('hide 1 and 2 in small groups, and the next count with them that the total would give away', () => {
    expect(shown([1, 4, 9], [3, 20, 20])).toEqual(['hidden', 'hidden', 9]);
    expect(shown([3, 4, 9], [3, 20, 20])).toEqual([3, 4, 9]);
    expect(shown([1, 4, 9], [4, 20, 20])).toEqual([1, 4, 9]);
  });

  it('hide a third count where two hidden ones could only be one each, or two each', () => {
    expect(shown([1, 1, 9, 7], [2, 2, 20, 20])).toEqual(['hidden', 'hidden', 9, 'hidden']);
    expect(shown([2, 2, 9, 7], [2, 2, 20, 20])).toEqual(['hidden', 'hidden', 9, 'hidden']);
    expect(shown([1, 2, 9, 7], [2, 2, 20, 20])).toEqual(['hidden', 'hidden', 9, 7]);
  });

  it('tell no group of a row with few comments: the noughts would point at the one', () => {
    expect(shown([1, 0, 0], [2, 20, 20])).toEqual(['hidden', 'hidden', 'hidden']);
    // Wherever they are: else being told would itself say that the small group has none.
    expect(shown([0, 1, 0], [2, 20, 20])).toEqual(['hidden', 'hidden', 'hidden']);
    expect(shown([0, 0, 0], [2, 20, 20])).toEqual([0, 0, 0]);
  });

  it('cannot be worked out from the total and the shown counts', () => {
    const group = fc.tuple(fc.nat(5), fc.constantFrom(1, 2, 3, 4, 25));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 5 }), (table) => {
        const [counts, hospitals] = [table.map(([count]) => count), table.map(([, size]) => size)];
        expect(workedOut(counts, hospitals)).toEqual([]);
        expect(rowOf(counts, hospitals).total).toBe(counts.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 500, seed: 5 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ENGLAND, type Figure, figureTable } from './figures.js';
import { protectFigures } from './protect-figures.js';

const KINDS = ['yes', 'no', 'dontKnow'] as const;

/** A table of opinions: in each group so many said yes, no and "don't know", and one was silent. */
function opinions(
  groups: readonly (readonly [yes: number, no: number, dontKnow: number])[],
): readonly Figure[] {
  const units = groups.flatMap((counts, group) =>
    [...counts, 1].flatMap((count, kind) =>
      Array.from({ length: count }, (_, at) => ({
        odsCode: `H${group}${kind}${at}`,
        code: `g${group}`,
        name: `Group ${group}`,
        position: (['yes', 'no', 'dont_know', 'no_reply'] as const)[kind]!,
      })),
    ),
  );
  return protectFigures(figureTable(units, units, units.length), 'opinions');
}

/**
 * A reader who knows how many answered in every group (the page says it) and the shown rows, and tries every way of
 * sharing out what England leaves for the hidden groups. Gives the hidden answers on which all ways agree.
 */
function workedOut(
  truth: readonly (readonly [number, number, number])[],
  shown: readonly Figure[],
): readonly string[] {
  const [england, ...rows] = shown;
  const hidden = rows.filter((row) => row.hidden).map(({ code }) => Number(code.slice(1)));
  if (england === undefined || england.hidden || hidden.length === 0) return [];
  const left = KINDS.map(
    (kind) => (england[kind] ?? 0) - rows.reduce((sum, row) => sum + (row[kind] ?? 0), 0),
  );
  const ways = (at: number, rest: readonly number[]): readonly (readonly (readonly number[])[])[] => {
    const group = hidden[at];
    if (group === undefined) return rest.every((count) => count === 0) ? [[]] : [];
    const size = truth[group]!.reduce((sum, count) => sum + count, 0);
    const splits: number[][] = [];
    for (let yes = 0; yes <= Math.min(size, rest[0]!); yes += 1)
      for (let no = 0; no <= Math.min(size - yes, rest[1]!); no += 1)
        if (size - yes - no <= rest[2]!) splits.push([yes, no, size - yes - no]);
    return splits.flatMap((split) =>
      ways(
        at + 1,
        rest.map((count, kind) => count - split[kind]!),
      ).map((others) => [split, ...others]),
    );
  };
  const all = ways(0, left);
  return hidden.flatMap((group, at) =>
    KINDS.flatMap((kind, k) => {
      const values = new Set(all.map((way) => way[at]![k]));
      // That nobody said it is no answer of anybody.
      return values.size === 1 && truth[group]![k]! > 0 ? [`${kind} of group ${group}`] : [];
    }),
  );
}

const count = fc.integer({ min: 0, max: 3 });
const anyTable = fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 5 });

describe('hidden opinions', () => {
  it('cannot be worked out from England, the shown groups and who answered', () => {
    fc.assert(
      fc.property(anyTable, (truth) => {
        const shown = opinions(truth);
        if (workedOut(truth, shown).length === 0) return;
        // Only where nobody in a shown group said anything else than those who are hidden.
        const said = (rows: readonly Figure[]): readonly string[] =>
          KINDS.filter((_, k) => rows.some(({ code }) => truth[Number(code.slice(1))]![k]! > 0));
        const groups = shown.filter(({ code }) => code !== ENGLAND);
        const secret = said(groups.filter((row) => row.hidden));
        expect(secret).toHaveLength(1);
        for (const kind of said(groups.filter((row) => !row.hidden))) expect(secret).toContain(kind);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('take a third group with them where the first two said the same', () => {
    // One and two who all said yes: England less the shown groups would say so.
    const shown = opinions([
      [1, 0, 0],
      [2, 0, 0],
      [4, 1, 0],
      [5, 2, 1],
    ]);
    expect(shown.filter((row) => row.hidden).map(({ code }) => code)).toEqual(['g0', 'g1', 'g2']);
  });

  it('are three at least behind every row that is shown', () => {
    fc.assert(
      fc.property(anyTable, (truth) => {
        for (const row of opinions(truth)) {
          if (row.hidden) continue;
          const answered = (row.yes ?? 0) + (row.no ?? 0) + (row.dontKnow ?? 0);
          expect(answered === 0 || answered >= 3).toBe(true);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

import { hypergeometricProbability } from './hypergeometric.js';
import { requireCount } from './require-count.js';

/** A cross table of counts: groups as rows, answers as columns. */
export type CrossTable = readonly (readonly number[])[];

/**
 * Fisher's exact test of a table of two by two, two-sided: the chance, with both margins fixed, of a table that is no
 * likelier than the one seen (methods D6.6). 1 where a margin is empty: such a table can show nothing.
 * @throws RangeError unless the table is two by two and holds counts
 * @example fisherExact([[8, 2], [1, 5]]) // 0.0350
 */
export function fisherExact(table: CrossTable): number {
  const [a, b, c, d] = table.flat();
  if (
    table.length !== 2 ||
    table.some((row) => row.length !== 2) ||
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined
  )
    throw new RangeError("Fisher's test needs a table of two by two");
  for (const count of [a, b, c, d]) requireCount('a cell', count);
  const population = a + b + c + d;
  const [successes, draws] = [a + b, a + c];
  const chance = (hits: number): number => hypergeometricProbability({ population, successes, draws, hits });
  // Tables that are equally likely differ in the last digits of floating point.
  const seen = chance(a) * (1 + 1e-9);
  let sum = 0;
  for (let hits = Math.max(0, draws - (c + d)); hits <= Math.min(successes, draws); hits += 1) {
    const one = chance(hits);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}

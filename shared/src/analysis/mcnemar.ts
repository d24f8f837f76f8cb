import { requireCount } from './require-count.js';
import { type Limits, Z_95 } from './wilson.js';

/**
 * Exact McNemar test: of the pairs that changed, `gained` and `lost`; p = min(1, 2 · P[Bin(b + c, ½) ≤ min(b, c)])
 * (methods D6.8). Pairs that stayed as they were say nothing about the direction of change. 1 where none changed.
 * @throws RangeError on what is no count
 * @example mcnemarExact(8, 1) // 0.0391
 */
export function mcnemarExact(gained: number, lost: number): number {
  requireCount('gained', gained);
  requireCount('lost', lost);
  const changed = gained + lost;
  let term = 0.5 ** changed;
  // Beyond a thousand changes the first term is nothing to a float; hospitals are far fewer.
  if (term === 0) throw new RangeError(`${changed} changes are more than the exact test can weigh`);
  let sum = 0;
  for (let k = 0; k <= Math.min(gained, lost); k += 1) {
    sum += term;
    term *= (changed - k) / (k + 1);
  }
  return Math.min(1, 2 * sum);
}

/**
 * The change of a share among matched pairs, (b − c) / m, with a 95 % interval after Agresti and Min (2005): half a
 * pair is added to each of the four cells, which keeps the interval honest in small and lopsided tables.
 * @param pairs all matched pairs that know in both rounds, unchanged ones included
 * @throws RangeError unless there is at least one pair and no more changes than pairs
 */
export function pairedDifference(
  gained: number,
  lost: number,
  pairs: number,
): { readonly difference: number } & Limits {
  for (const [what, value] of Object.entries({ gained, lost, pairs })) requireCount(what, value);
  if (pairs === 0 || gained + lost > pairs)
    throw new RangeError(`${gained + lost} changes in ${pairs} pairs`);
  const size = pairs + 2;
  const centre = (gained - lost) / size;
  const half = (Z_95 * Math.sqrt(gained + lost + 1 - (gained - lost) ** 2 / size)) / size;
  return {
    difference: (gained - lost) / pairs,
    low: Math.max(-1, centre - half),
    high: Math.min(1, centre + half),
  };
}

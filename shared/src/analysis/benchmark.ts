import type { Bounds } from './coverage.js';

/** `above` or `below` England for certain; else `cannot_say`, which is the usual and honest answer. */
export const BENCHMARKS = ['above', 'below', 'cannot_say'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

/**
 * Compares an area with England (methods C3): they differ only where their bounds have no point in common, so that no
 * answer of those who did not say could make them meet. Bounds that touch do not differ.
 * @example againstEngland({ lower: 0.7, upper: 0.9 }, { lower: 0.1, upper: 0.6 }) // 'above'
 */
export function againstEngland(area: Bounds, england: Bounds): Benchmark {
  if (area.lower > england.upper) return 'above';
  return area.upper < england.lower ? 'below' : 'cannot_say';
}

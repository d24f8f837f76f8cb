import { requireCount } from './require-count.js';

/** The two-sided 95 % point of the standard normal distribution, as used for every interval (methods D6). */
export const Z_95 = 1.959964;

/** Limits of an interval for a proportion, 0 to 1, unrounded. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % interval for `x` of `n`, as if drawn from an endless population (methods D6). Used for the share
 * among those who know, whose population (hospitals whose team would know) has no known size.
 * @throws RangeError unless 0 ≤ x ≤ n and n ≥ 1.
 * @example wilson({ x: 31, n: 49 }) // { low: 0.493, high: 0.753 }
 */
export function wilson({ x, n }: { readonly x: number; readonly n: number }): Limits {
  requireSample(x, n);
  return limits(x, n, Z_95 ** 2);
}

/**
 * Wilson's 95 % interval with finite-population correction: z² is multiplied by (N − n)/(N − 1), because a sample
 * of 74 out of 179 hospitals leaves less to guess than one out of an endless number (methods D6.1).
 * The same as an effective sample of n(N − 1)/(N − n).
 * @throws RangeError unless 0 ≤ x ≤ n ≤ frame and n ≥ 1.
 * @example wilsonFpc({ x: 31, n: 74, frame: 179 }) // { low: 0.336, high: 0.506 }
 */
export function wilsonFpc(sample: {
  readonly x: number;
  readonly n: number;
  readonly frame: number;
}): Limits {
  const { x, n, frame } = sample;
  requireSample(x, n);
  requireCount('frame', frame);
  if (n > frame) throw new RangeError(`a sample of ${n} from ${frame} hospitals`);
  const correction = n === frame ? 0 : (frame - n) / (frame - 1);
  return limits(x, n, Z_95 ** 2 * correction);
}

function limits(x: number, n: number, zSquared: number): Limits {
  const p = x / n;
  const shrink = 1 + zSquared / n;
  const centre = (p + zSquared / (2 * n)) / shrink;
  const half = Math.sqrt((zSquared * p * (1 - p)) / n + (zSquared / (2 * n)) ** 2) / shrink;
  // At the ends the formula gives exactly 0 and 1; floating point would leave a trace of minus nothing.
  return { low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half };
}

function requireSample(x: number, n: number): void {
  requireCount('x', x);
  requireCount('n', n);
  if (n === 0) throw new RangeError('an interval needs at least one answer');
  if (x > n) throw new RangeError(`${x} of ${n} answers`);
}

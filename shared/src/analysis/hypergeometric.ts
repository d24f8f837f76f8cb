import { requireCount } from './require-count.js';

/** Drawing without putting back: how many of a frame's hospitals have a thing, and how many were asked. */
export interface Draw {
  /** Hospitals in the frame. */
  readonly population: number;
  /** How many of them have the thing. */
  readonly successes: number;
  /** How many answered. */
  readonly draws: number;
  /** How many of those that answered have it. */
  readonly hits: number;
}

/** The chance of exactly `hits`, 0 to 1; impossible draws have chance 0. */
export function hypergeometricProbability({ population, successes, draws, hits }: Draw): number {
  for (const [what, value] of Object.entries({ population, successes, draws, hits }))
    requireCount(what, value);
  return probability(logFactorials(population), { population, successes, draws, hits });
}

/** Whole numbers of hospitals, both included. */
export interface CountLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * Exact 95 % limits for how many of `frame` hospitals have a thing when `x` of `n` that answered have it: every
 * count under which what was seen, or more, is likelier than 2.5 %, and likewise what was seen, or less.
 * Never too narrow, so a little wide; used where Wilson's approximation fails (methods D6.1).
 * @throws RangeError unless 0 ≤ x ≤ n ≤ frame and n ≥ 1.
 * @example hypergeometricLimits({ x: 3, n: 74, frame: 179 }) // { low: 3, high: 17 } hospitals
 */
export function hypergeometricLimits(sample: {
  readonly x: number;
  readonly n: number;
  readonly frame: number;
}): CountLimits {
  const { x, n, frame } = sample;
  for (const [what, value] of Object.entries({ x, n, frame })) requireCount(what, value);
  if (n === 0 || x > n || n > frame) throw new RangeError(`${x} of ${n} answers from ${frame} hospitals`);

  const logs = logFactorials(frame);
  const tail = (successes: number, from: number, to: number): number => {
    let sum = 0;
    for (let hits = from; hits <= to; hits += 1) {
      sum += probability(logs, { population: frame, successes, draws: n, hits });
    }
    return sum;
  };
  // What was seen fixes the possible counts: x have it, n − x do not. Both tails are monotone between these ends.
  const [fewest, most] = [x, frame - (n - x)];
  return {
    low: firstWhere(fewest, most, (successes) => tail(successes, x, n) > TAIL),
    high: firstWhere(fewest, most + 1, (successes) => successes > most || tail(successes, 0, x) <= TAIL) - 1,
  };
}

const TAIL = 0.025;

/** The smallest whole number from `from` to `to` for which `holds`, by halving; `holds(to)` must be true. */
function firstWhere(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function probability(logs: Float64Array, { population, successes, draws, hits }: Draw): number {
  const misses = draws - hits;
  if (hits > successes || misses < 0 || misses > population - successes) return 0;
  const log = (whole: number, part: number): number =>
    (logs[whole] ?? NaN) - (logs[part] ?? NaN) - (logs[whole - part] ?? NaN);
  return Math.exp(log(successes, hits) + log(population - successes, misses) - log(population, draws));
}

/** ln 0!, ln 1!, … ln upTo!. */
function logFactorials(upTo: number): Float64Array {
  const logs = new Float64Array(upTo + 1);
  for (let value = 2; value <= upTo; value += 1) logs[value] = (logs[value - 1] ?? NaN) + Math.log(value);
  return logs;
}

import { hypergeometricLimits } from './hypergeometric.js';
import type { Interval, IntervalMethod } from './indicator-result.js';
import { wilsonFpc } from './wilson.js';

/** `x` of the `n` hospitals that answered, out of a frame. */
export interface Sample {
  readonly x: number;
  readonly n: number;
  readonly frame: number;
}

/**
 * 95 % interval of a share of the frame, *if* those who did not answer were like those who did (methods C3, D6.1).
 * Everybody answered: `census`, no width. Nearly everybody (over 80 %) or next to nobody on one side (two or
 * fewer): exact `hypergeometric` limits, because Wilson's fall short there. Else `wilson-fpc`.
 * @throws RangeError unless 0 ≤ x ≤ n ≤ frame and n ≥ 1.
 * @example proportionInterval({ x: 3, n: 74, frame: 179 }) // { method: 'wilson-fpc', low: 0.018, high: 0.091 }
 */
export function proportionInterval({ x, n, frame }: Sample): Interval {
  const method = intervalMethod({ x, n, frame });
  if (method === 'hypergeometric') {
    const { low, high } = hypergeometricLimits({ x, n, frame });
    return { method, low: low / frame, high: high / frame };
  }
  const { low, high } = wilsonFpc({ x, n, frame });
  return { method, low, high };
}

/** Which method `proportionInterval` takes. `10 n > 8 frame` is n / frame > 0.8 without rounding. */
function intervalMethod({ x, n, frame }: Sample): IntervalMethod {
  if (n === frame) return 'census';
  return 10 * n > 8 * frame || x <= 2 || n - x <= 2 ? 'hypergeometric' : 'wilson-fpc';
}

import { describe, expect, it } from 'vitest';

import { proportionInterval } from './interval.js';

describe('the interval of a share among respondents', () => {
  it.each([
    ['IAPT treats MUS/LTC, 2017-18', { x: 31, n: 74, frame: 179 }, 'wilson-fpc', 33.6, 50.6],
    ['in-reach with three hospitals, 2017-18', { x: 3, n: 74, frame: 179 }, 'wilson-fpc', 1.8, 9.1],
    ['two yes', { x: 2, n: 74, frame: 179 }, 'hypergeometric', 1.1, 7.8],
    ['nobody says yes', { x: 0, n: 74, frame: 179 }, 'hypergeometric', 0, 3.4],
    ['all but two say yes', { x: 72, n: 74, frame: 179 }, 'hypergeometric', 92.2, 98.9],
    ['all but three say yes', { x: 71, n: 74, frame: 179 }, 'wilson-fpc', 90.9, 98.2],
    ['exactly 80 % answered', { x: 40, n: 80, frame: 100 }, 'wilson-fpc', 45.1, 54.9],
    ['more than 80 % answered', { x: 40, n: 81, frame: 100 }, 'hypergeometric', 45, 54],
    ['everybody answered', { x: 3, n: 4, frame: 4 }, 'census', 75, 75],
  ])('%s', (_case, sample, method, low, high) => {
    const interval = proportionInterval(sample);
    expect(interval.method).toBe(method);
    expect(interval.low * 100).toBeCloseTo(low, 1);
    expect(interval.high * 100).toBeCloseTo(high, 1);
  });

  it('refuses to make one from no answers', () => {
    expect(() => proportionInterval({ x: 0, n: 0, frame: 10 })).toThrow(RangeError);
    expect(() => proportionInterval({ x: 0, n: 0, frame: 0 })).toThrow(RangeError);
    expect(() => proportionInterval({ x: 1, n: 11, frame: 10 })).toThrow(RangeError);
  });
});

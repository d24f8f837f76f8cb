import { describe, expect, it } from 'vitest';

import { fitFlat, ringPath } from './flat-picture.js';

describe('a piece of ground in a picture', () => {
  it('has north up, and degrees of longitude narrower than degrees of latitude', () => {
    // At 60 degrees north a degree of longitude is half as wide as a degree of latitude.
    const fit = fitFlat(
      [
        [-1, 59],
        [1, 61],
      ],
      { width: 200, height: 200 },
    );
    expect(fit?.height).toBe(200);
    expect(fit?.width).toBeCloseTo(100, 6);
    expect(fit?.at(-1, 61)).toEqual({ x: expect.closeTo(0, 6), y: expect.closeTo(0, 6) });
    expect(fit?.at(0, 60)).toEqual({ x: expect.closeTo(50, 6), y: expect.closeTo(100, 6) });
    expect(fit?.at(1, 59).y).toBeCloseTo(200, 6);
  });

  it('puts a single place into the middle', () => {
    const fit = fitFlat([[-2, 53.5]], { width: 100, height: 80 }, 0.05);
    expect(fit?.at(-2, 53.5)).toEqual({ x: 40, y: 40 });
  });

  it('is nothing without a place', () => {
    expect(fitFlat([], { width: 100, height: 80 })).toBeNull();
  });

  it('draws rings without corners that nobody sees', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 0.2, y: 0.1 },
      { x: 10, y: 0 },
      { x: 10, y: 10.04 },
    ];
    expect(ringPath(square)).toBe('M0 0L10 0L10 10Z');
    expect(ringPath(square.slice(0, 3))).toBe('');
  });
});

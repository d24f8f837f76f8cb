import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseShare, shareWords } from './parse-share.js';

describe('a share that a person typed', () => {
  it.each([
    ['1/2', 1, 2],
    [' 94 / 105 ', 94, 105],
    ['50%', 50, 100],
    ['50', 50, 100],
    ['62.5 %', 625, 1000],
    ['0%', 0, 100],
    ['1%', 1, 100],
    ['100%', 100, 100],
  ])('%s is %i of %i', (text, numerator, denominator) => {
    expect(parseShare(text, 'threshold')).toEqual({ share: { numerator, denominator } });
  });

  it.each([
    '',
    'half',
    '0.5',
    '1',
    '0',
    '101%',
    '3/2',
    '1/0',
    '-1/2',
    '1e2%',
    '1/2/3',
    '٥٠%',
    '9999999/9999999',
  ])('“%s” is refused with what to write instead', (text) => {
    expect(parseShare(text, 'threshold')).toMatchObject({
      problem: { code: 'not_a_share', field: 'threshold', mend: expect.stringContaining('50%') },
    });
  });

  it.each([
    ['1/2', '50%'],
    ['625/1000', '62.5%'],
    ['2/3', '2/3'],
    ['0/7', '0%'],
  ])('%s is shown as %s', (text, words) => {
    const parsed = parseShare(text, '');
    expect('share' in parsed && shareWords(parsed.share)).toBe(words);
  });

  it('can be typed again as it is shown, and means the same', () => {
    const pair = fc
      .integer({ min: 1, max: 200 })
      .chain((d) => fc.tuple(fc.integer({ min: 0, max: d }), fc.constant(d)));
    fc.assert(
      fc.property(pair, ([numerator, denominator]) => {
        const again = parseShare(shareWords({ numerator, denominator }), '');
        expect('share' in again && again.share.numerator * denominator).toBe(
          'share' in again && numerator * again.share.denominator,
        );
      }),
    );
  });
});

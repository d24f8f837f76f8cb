import { describe, expect, it } from 'vitest';

import { type Box, boxAround, meets, parseBoundingBox, type Shape } from './bounding-box.js';

const read = (text: string): unknown => {
  const parsed = parseBoundingBox(text);
  return parsed.ok ? parsed.value : parsed.problems[0]?.message;
};

describe('a bounding box', () => {
  it.each<[string, readonly Box[]]>([
    ['-3,53,-1,55', [[-3, 53, -1, 55]]],
    [' -3.5 , 53 , -1 , 55 ', [[-3.5, 53, -1, 55]]],
    ['-3,53,0,-1,55,100', [[-3, 53, -1, 55]]],
    ['0,0,0,0', [[0, 0, 0, 0]]],
    ['1e1,2,11,3', [[10, 2, 11, 3]]],
    [
      '170,-10,-170,10',
      [
        [170, -10, 180, 10],
        [-180, -10, -170, 10],
      ],
    ],
  ])('%s is read', (text, boxes) => expect(read(text)).toEqual(boxes));

  it.each([
    ['', /4 or 6 numbers/],
    ['1,2,3', /4 or 6 numbers/],
    ['1,2,3,4,5', /4 or 6 numbers/],
    ['1,2,3,four', /made of numbers/],
    ['1,2,3,', /made of numbers/],
    ['1,2,3,NaN', /made of numbers/],
    ['1,2,3,Infinity', /made of numbers/],
    ['1,2,3,0x10', /made of numbers/],
    ['-181,0,1,1', /longitude/],
    ['0,-91,1,1', /latitude/],
    ['0,2,1,1', /south/],
    ['0,0,5,1,1,4', /height/],
  ])('%s is refused', (text, why) => expect(read(text)).toMatch(why));
});

const SQUARE: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    // A hole.
    [
      [4, 4],
      [4, 6],
      [6, 6],
      [6, 4],
      [4, 4],
    ],
  ],
};

describe('what a bounding box meets', () => {
  it.each<[string, Shape, Box, boolean]>([
    ['a point in it', { type: 'Point', coordinates: [1, 1] }, [0, 0, 2, 2], true],
    ['a point on its border', { type: 'Point', coordinates: [2, 2] }, [0, 0, 2, 2], true],
    ['a point beside it', { type: 'Point', coordinates: [3, 1] }, [0, 0, 2, 2], false],
    [
      'one of several points',
      {
        type: 'MultiPoint',
        coordinates: [
          [9, 9],
          [1, 1],
        ],
      },
      [0, 0, 2, 2],
      true,
    ],
    ['an area with a corner in it', SQUARE, [9, 9, 20, 20], true],
    ['an area around it', SQUARE, [1, 1, 2, 2], true],
    ['the hole of an area', SQUARE, [4.5, 4.5, 5.5, 5.5], false],
    ['an area that only an edge crosses', SQUARE, [-5, 4, 20, 4.5], true],
    ['an area within it', SQUARE, [-5, -5, 20, 20], true],
    ['an area beside it', SQUARE, [11, 0, 12, 10], false],
    [
      'a slope that passes its corner',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 3],
            [3, 0],
            [3, 3],
            [0, 3],
          ],
        ],
      },
      [0, 0, 1, 1],
      false,
    ],
    ['what has no place', null, [-180, -90, 180, 90], false],
  ])('%s', (_what, shape, box, expected) => expect(meets(shape, [box])).toBe(expected));

  it('is either side of the antimeridian', () => {
    const parsed = parseBoundingBox('170,-10,-170,10');
    const boxes = parsed.ok ? parsed.value : [];
    const at = (x: number): boolean => meets({ type: 'Point', coordinates: [x, 0] }, boxes);
    expect([at(175), at(-175), at(0), at(180), at(-180)]).toEqual([true, true, false, true, true]);
  });
});

it('the box around shapes leaves out what has no place', () => {
  expect(boxAround([null, SQUARE, { type: 'Point', coordinates: [-1, 20] }])).toEqual([-1, 0, 10, 20]);
  expect(boxAround([null])).toBeNull();
});

import { LADDER_CODES } from '@liaison-atlas/shared/analysis/ladder-code';
import { LADDER_LOOK } from '@liaison-atlas/shared/analysis/ladder-look';
import { describe, expect, it } from 'vitest';

import { LAYER_MARKS } from './map-mark.js';
import { toMarkPieces } from './mark-pieces.js';

const ALL_MARKS = [...LADDER_CODES, ...LAYER_MARKS];

describe('the drawn marks', () => {
  it('differ from each other by their lines alone, without colour', () => {
    const drawn = ALL_MARKS.map((code) =>
      toMarkPieces(code)
        .map(({ path, fill, dash }) =>
          [path, fill === 'none' || fill === '#ffffff' ? 'open' : 'filled', ...dash].join(' '),
        )
        .join('|'),
    );
    expect(new Set(drawn).size).toBe(ALL_MARKS.length);
  });

  it.each(LADDER_CODES)('%s uses the colour of its code and white, nothing else', (code) => {
    const colours = toMarkPieces(code).flatMap(({ fill, stroke }) => [fill, stroke]);
    const allowed: readonly string[] = [LADDER_LOOK[code].colour, '#ffffff', 'none'];
    expect(colours.filter((colour) => !allowed.includes(colour))).toEqual([]);
  });

  it('a hospital without a reply is drawn with a broken line', () => {
    expect(toMarkPieces('NR')[0]?.dash).not.toEqual([]);
    expect(toMarkPieces('NP')[0]?.dash).toEqual([]);
  });
});

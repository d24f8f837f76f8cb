import { describe, expect, it } from 'vitest';

import { LADDER_CODES, type LadderCode } from './ladder-code.js';
import { LADDER_COLOURS, LADDER_LOOK } from './ladder-look.js';

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('the marks of the ladder', () => {
  it('can be told apart without colour', () => {
    const marks = LADDER_CODES.map((code) => {
      const { shape, outline, fill, glyph } = LADDER_LOOK[code];
      return [shape, outline, fill, glyph].join(' ');
    });
    expect(new Set(marks).size).toBe(LADDER_CODES.length);
  });

  it.each(Object.values(LADDER_COLOURS))(
    '%s stands out from the land of the map by 3:1 or more',
    (colour) => {
      const [land, mark] = [luminance('#f0f4f5'), luminance(colour)];
      expect((land + 0.05) / (mark + 0.05)).toBeGreaterThan(3);
    },
  );

  it.each([
    [LADDER_COLOURS.inReach, ['G4', 'G3', 'G2', 'GU', 'GP']],
    [LADDER_COLOURS.absent, ['G0', 'G1', 'G01']],
    [LADDER_COLOURS.notKnown, ['NP', 'NR', 'CF', 'G1U', 'DK']],
  ] as const)('use %s for one kind of knowledge', (colour, codes: readonly LadderCode[]) => {
    expect(LADDER_CODES.filter((code) => LADDER_LOOK[code].colour === colour)).toEqual(codes);
  });

  it('fill a circle by how well integrated the in-reach is', () => {
    expect([LADDER_LOOK.G4, LADDER_LOOK.G3, LADDER_LOOK.G2].map(({ fill }) => fill)).toEqual([
      'filled',
      'half',
      'quarter',
    ]);
  });
});

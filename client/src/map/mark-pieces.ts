import { LADDER_LOOK, type LadderLook } from '@liaison-atlas/shared/analysis/ladder-look';
import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';

/** One stroke or filled shape of a mark, in a box of 24 by 24. The same pieces make the map, the legend and the PNG. */
export interface MarkPiece {
  /** SVG path data. */
  readonly path: string;
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  /** Lengths of dash and gap; empty = a whole line. */
  readonly dash: readonly number[];
}

const circle = (radius: number): string =>
  `M12 ${12 - radius}a${radius} ${radius} 0 1 0 0 ${2 * radius}a${radius} ${radius} 0 1 0 0 ${-2 * radius}z`;

const SHAPES: Readonly<Record<LadderLook['shape'], string>> = {
  circle: circle(9.5),
  square: 'M3.5 3.5h17v17h-17z',
  triangle: 'M12 2.5L22 21H2z',
};

const GLYPHS: Readonly<Record<Exclude<LadderLook['glyph'], ''>, string>> = {
  '✓': 'M7.5 12.5l3.2 3.2l6-6.6',
  '!': 'M12 7.2v5.6M12 16.4v.2',
  '?': 'M9.4 9.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9M12 16.6v.2',
};

/** The question mark of a triangle sits lower and is smaller, where the triangle has room. */
const TRIANGLE_QUESTION = 'M10.1 12.3a1.9 1.9 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.3M12 17.7v.2';

const PARTS: Readonly<Record<'half' | 'quarter', string>> = {
  half: 'M2.5 12a9.5 9.5 0 0 0 19 0z',
  quarter: 'M12 12V2.5a9.5 9.5 0 0 1 9.5 9.5z',
};

/** The mark of a ladder code as drawing instructions; hollow marks are filled white so that lines do not show through. */
export function toMarkPieces(code: LadderCode): readonly MarkPiece[] {
  const { shape, outline, fill, glyph, colour } = LADDER_LOOK[code];
  const solid = fill === 'filled';
  const pieces: MarkPiece[] = [
    {
      path: outline === 'double' ? circle(10.6) : SHAPES[shape],
      fill: solid ? colour : '#ffffff',
      stroke: colour,
      width: outline === 'double' ? 1.6 : 2.4,
      dash: outline === 'dashed' ? [3.4, 2.6] : [],
    },
  ];
  if (outline === 'double')
    pieces.push({ path: circle(7.8), fill: 'none', stroke: colour, width: 1.6, dash: [] });
  if (fill === 'half' || fill === 'quarter') {
    pieces.push({ path: PARTS[fill], fill: colour, stroke: 'none', width: 0, dash: [] });
  }
  if (glyph !== '') {
    const path = shape === 'triangle' && glyph === '?' ? TRIANGLE_QUESTION : GLYPHS[glyph];
    pieces.push({ path, fill: 'none', stroke: solid ? '#ffffff' : colour, width: 2.2, dash: [] });
  }
  return pieces;
}

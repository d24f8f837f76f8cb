import { lookOf, type MapMark, type MarkLook } from './map-mark.js';

/** One stroke or filled shape of a mark, in a box of 24 by 24. The same pieces make the map, the legend and the picture. */
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

const SHAPES: Readonly<Record<MarkLook['shape'], string>> = {
  circle: circle(9.5),
  square: 'M3.5 3.5h17v17h-17z',
  triangle: 'M12 2.5L22 21H2z',
  diamond: 'M12 1.5L22.5 12L12 22.5L1.5 12z',
  hexagon: 'M12 1.8L21 7V17L12 22.2L3 17V7z',
  book: 'M12 6C9.5 4 6 3.5 2 4V19C6 18.5 9.5 19 12 21C14.5 19 18 18.5 22 19V4C18 3.5 14.5 4 12 6z',
};

const GLYPHS: Readonly<Record<Exclude<MarkLook['glyph'], ''>, string>> = {
  '✓': 'M7.5 12.5l3.2 3.2l6-6.6',
  '!': 'M12 7.2v5.6M12 16.4v.2',
  '?': 'M9.4 9.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9M12 16.6v.2',
  '–': 'M8 12h8',
  '1': 'M10 9L12.4 7V17',
  '2': 'M9.2 9.4a2.8 2.6 0 1 1 5 1.6L9.2 17H15',
  '3': 'M9.2 7H14.6L11.8 10.8a3 3 0 1 1-2.8 4.6',
  '4': 'M13.6 17V7L8.6 14H15.8',
};

/** The question mark of a triangle sits lower and is smaller, where the triangle has room. */
const TRIANGLE_QUESTION = 'M10.1 12.3a1.9 1.9 0 1 1 2.9 1.7c-.7.4-1 .7-1 1.3M12 17.7v.2';

const PARTS: Readonly<Record<'half' | 'quarter', string>> = {
  half: 'M2.5 12a9.5 9.5 0 0 0 19 0z',
  quarter: 'M12 12V2.5a9.5 9.5 0 0 1 9.5 9.5z',
};
const HALF_DIAMOND = 'M1.5 12H22.5L12 22.5z';

/** A mark as drawing instructions; hollow marks are filled white so that lines do not show through. */
export function toMarkPieces(mark: MapMark): readonly MarkPiece[] {
  const { shape, outline, fill, glyph, colour } = lookOf(mark);
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
    const path = shape === 'diamond' ? HALF_DIAMOND : PARTS[fill];
    pieces.push({ path, fill: colour, stroke: 'none', width: 0, dash: [] });
  }
  if (shape === 'book')
    pieces.push({ path: 'M12 6V20', fill: 'none', stroke: '#ffffff', width: 1.6, dash: [] });
  if (glyph !== '') {
    const path = shape === 'triangle' && glyph === '?' ? TRIANGLE_QUESTION : GLYPHS[glyph];
    pieces.push({ path, fill: 'none', stroke: solid ? '#ffffff' : colour, width: 2.2, dash: [] });
  }
  return pieces;
}

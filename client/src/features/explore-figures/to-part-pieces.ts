import type { ChartPiece } from './chart-piece.js';
import { at, BLUE, GREY, INK, PALE, PLUM } from './chart-layout.js';
import type { ShownFigure } from './shown-figures.js';

interface Part {
  readonly words: string;
  readonly count: number;
  readonly fill: string;
  readonly ink: string;
}

/** The four parts of a row in the order in which they are drawn; three where "don't know" is not told apart. */
export function partsOf({ yes, no, dontKnow, notKnown }: ShownFigure): readonly Part[] {
  return [
    { words: 'yes', count: yes ?? 0, fill: BLUE, ink: '#ffffff' },
    { words: 'no', count: no ?? 0, fill: PLUM, ink: '#ffffff' },
    { words: 'don’t know', count: dontKnow ?? 0, fill: GREY, ink: '#ffffff' },
    { words: 'not known', count: notKnown ?? 0, fill: PALE, ink: INK },
  ];
}

/** What the parts of a row are, in words. */
export const partWords = (row: ShownFigure): string =>
  row.hidden
    ? 'hidden'
    : partsOf(row)
        .map(({ words, count }) => `${count} ${words}`)
        .join(', ');

/** One bar of the whole group in its parts, each with its count where there is room. */
export function partPieces(row: ShownFigure, top: number): readonly ChartPiece[] {
  let done = 0;
  return partsOf(row).flatMap(({ count, fill, ink }): readonly ChartPiece[] => {
    if (count === 0) return [];
    const [x, end] = [at(done / row.frame), at((done + count) / row.frame)];
    done += count;
    const width = end - x;
    const bar: ChartPiece = { kind: 'rect', x, y: top, width, height: 18, fill, stroke: INK };
    const label = String(count);
    if (width < 10 * label.length) return [bar];
    return [
      bar,
      { kind: 'text', x: x + width / 2, y: top + 14, text: label, size: 13, fill: ink, anchor: 'middle' },
    ];
  });
}

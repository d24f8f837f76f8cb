import { BLUE, GREY, INK, MARGIN, PALE, PLUM, WIDTH } from './chart-layout.js';
import type { ChartPiece } from './chart-piece.js';
import type { ShownFigure } from './shown-figures.js';

/** Pictures beside each other, and the size of one. */
const COLUMNS = 2;
const GAP = 16;
export const PANEL_HEIGHT = 128;
const PANEL_WIDTH = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
/** Height of a bar that stands for the whole group. */
const BAR = 64;
const LONGEST = 26;

const BARS = [
  { key: 'yes', words: 'yes', fill: BLUE },
  { key: 'no', words: 'no', fill: PLUM },
  { key: 'dontKnow', words: 'd.k.', fill: GREY },
  { key: 'notKnown', words: 'n.k.', fill: PALE },
] as const;

/** Height of all small pictures together. */
export const multiplesHeight = (groups: number): number => Math.ceil(groups / COLUMNS) * PANEL_HEIGHT;

/**
 * A small picture of each group, all on one scale (the whole group = the full height), so that groups of different size
 * can be compared by shape: a bar each for yes, no, "don't know" and not known, with its count.
 */
export const multiplePieces = (rows: readonly ShownFigure[], top: number): readonly ChartPiece[] =>
  rows.flatMap((row, at) => {
    const x = MARGIN + (at % COLUMNS) * (PANEL_WIDTH + GAP);
    const y = top + Math.floor(at / COLUMNS) * PANEL_HEIGHT;
    const name = row.name.length > LONGEST ? `${row.name.slice(0, LONGEST - 1)}…` : row.name;
    const bold = row.code === 'england';
    const heading: ChartPiece = { kind: 'text', x, y: y + 16, text: name, size: 13, fill: INK, bold };
    const foot = y + 24 + BAR + 14;
    if (row.hidden)
      return [heading, { kind: 'text', x, y: y + 44, text: 'Hidden', size: 13, fill: INK } as const];
    const step = PANEL_WIDTH / BARS.length;
    return [
      heading,
      ...BARS.flatMap(({ key, words, fill }, bar): readonly ChartPiece[] => {
        const count = row[key];
        const left = x + bar * step;
        const middle = left + (step - 8) / 2;
        const label = count === null ? '–' : String(count);
        const height = row.frame === 0 ? 0 : ((count ?? 0) / row.frame) * (BAR - 16);
        const base = y + 24 + BAR;
        return [
          { kind: 'rect', x: left, y: base - height, width: step - 8, height, fill, stroke: INK },
          {
            kind: 'text',
            x: middle,
            y: base - height - 3,
            text: label,
            size: 11,
            fill: INK,
            anchor: 'middle',
          },
          { kind: 'text', x: middle, y: foot, text: words, size: 11, fill: INK, anchor: 'middle' },
        ];
      }),
      {
        kind: 'line',
        x1: x,
        y1: y + 24 + BAR,
        x2: x + PANEL_WIDTH - 8,
        y2: y + 24 + BAR,
        stroke: INK,
        width: 1,
      },
    ];
  });

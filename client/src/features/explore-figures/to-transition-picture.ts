import { CHANGE_STATES } from '@liaison-atlas/shared/analysis/change-between-rounds';

import { STATE_WORDS, toTransitionRows } from './change-words.js';
import { BLUE, GREY, INK, PLUM, WIDTH } from './chart-layout.js';
import type { ChartPicture, ChartPiece } from './chart-piece.js';
import type { ShownChange } from './shown-figures.js';

const [ROW, LEFT, RIGHT, HEAD] = [44, 120, 320, 56] as const;
const yOf = (at: number): number => HEAD + 28 + at * ROW;

/** Hospitals moving from one state to another as lines, as thick as they are many; the table beside it is its twin. */
export function toTransitionPicture(change: ShownChange, isSynthetic: boolean): ChartPicture {
  const rows = toTransitionRows(change);
  const moves = rows.flatMap(({ from, to }) =>
    CHANGE_STATES.flatMap((state) => (to[state] === 0 ? [] : [{ from, state, count: to[state] }])),
  );
  const most = Math.max(1, ...moves.map(({ count }) => count));
  const title = `From ${change.from.title} to ${change.to.title}`;
  const words = moves.map(
    ({ from, state, count }) => `${count} from ${STATE_WORDS[from]} to ${STATE_WORDS[state]}`,
  );
  const marked = isSynthetic ? `SYNTHETIC: ${title}` : title;
  const label = (text: string, x: number, y: number, anchor: 'start' | 'end'): ChartPiece => ({
    kind: 'text',
    x,
    y,
    text,
    size: 14,
    fill: INK,
    anchor,
  });
  const pieces: readonly ChartPiece[] = [
    { kind: 'text', x: 16, y: 22, text: marked, size: 14, fill: isSynthetic ? PLUM : INK, bold: true },
    label('Before', LEFT, HEAD, 'end'),
    label('Now', RIGHT, HEAD, 'start'),
    ...moves.map(({ from, state, count }): ChartPiece => ({
      kind: 'line',
      x1: LEFT,
      y1: yOf(CHANGE_STATES.indexOf(from)),
      x2: RIGHT,
      y2: yOf(CHANGE_STATES.indexOf(state)),
      stroke: from === state ? GREY : BLUE,
      width: 2 + (14 * count) / most,
    })),
    ...CHANGE_STATES.flatMap((state, at) => [
      label(STATE_WORDS[state], LEFT - 10, yOf(at) + 5, 'end'),
      label(STATE_WORDS[state], RIGHT + 10, yOf(at) + 5, 'start'),
    ]),
    ...(isSynthetic
      ? [
          {
            kind: 'text',
            x: WIDTH / 2,
            y: yOf(2),
            text: 'SYNTHETIC',
            size: 48,
            bold: true,
            fill: PLUM,
            anchor: 'middle',
            stamp: true,
          } as const,
        ]
      : []),
  ];
  return {
    title: `${marked}: hospitals that answered in both rounds`,
    description: words.length === 0 ? 'None.' : `${words.join(', ')}.`,
    width: WIDTH,
    height: yOf(CHANGE_STATES.length),
    pieces,
  };
}

import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';

import { toTextLines } from '../../map/to-text-lines.js';
import { at, BLUE, GREY, INK, LINE, MARGIN, PALE, PLUM, ROW, WIDTH } from './chart-layout.js';
import type { ChartPicture, ChartPiece } from './chart-piece.js';
import type { Chart } from './explore-state.js';
import { boundsWords, BREAKDOWN_WORDS } from './figure-words.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';
import { multiplePieces, multiplesHeight } from './to-multiples.js';
import { partPieces, partWords } from './to-part-pieces.js';

/** Lines that fit the picture, by the usual width of a letter: no screen is there to measure on. */
const linesOf = (text: string, size: number): readonly string[] =>
  toTextLines(text, (line) => line.length * size * 0.52 <= WIDTH - 2 * MARGIN);

/**
 * The picture beside a table of figures: one row a group, England first (methods C3). `bars`: the bounds as a bar, the
 * share among respondents as a tick. `dots`: the share as a dot with its interval; groups without a share have none.
 * `parts`: the hospitals of each group as one bar, yes to not known. `multiples`: a small picture of each group.
 * A group without bounds says why in words. Invented answers are marked inside the picture.
 */
export function toChart(shown: ShownFigures, chart: Chart): ChartPicture {
  const { round, basis, indicator, figures, by } = shown;
  const isSynthetic = round.kind === 'synthetic';
  const pieces: ChartPiece[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, more: { bold?: boolean; fill?: string } = {}): void => {
    for (const line of linesOf(text, more.bold ? size * 1.08 : size)) {
      y += LINE;
      pieces.push({ kind: 'text', x: MARGIN, y, text: line, size, fill: INK, ...more });
    }
  };
  const title = `${indicator.title}${by === 'england' ? '' : `, by ${BREAKDOWN_WORDS[by].toLowerCase()}`}`;
  if (isSynthetic) {
    pieces.push({ kind: 'rect', x: 0, y: 0, width: WIDTH, height: 32, fill: PLUM });
    pieces.push({
      kind: 'text',
      x: MARGIN,
      y: 22,
      text: 'SYNTHETIC – not answers of hospitals',
      size: 16,
      bold: true,
      fill: '#ffffff',
    });
    y += 24;
  }
  write(title, 16, { bold: true });
  write(round.title, 14);
  y += 12;
  const top = y;
  if (chart === 'multiples') {
    pieces.push(...multiplePieces(figures, y));
    y += multiplesHeight(figures.length);
  } else {
    for (const row of figures) {
      pieces.push(...rowPieces(row, y, chart));
      y += ROW;
    }
  }
  for (const mark of chart === 'multiples' ? [] : [0, 0.25, 0.5, 0.75, 1]) {
    pieces.push({ kind: 'line', x1: at(mark), y1: y, x2: at(mark), y2: y + 6, stroke: GREY, width: 1 });
    const anchor = mark === 0 ? 'start' : mark === 1 ? 'end' : 'middle';
    pieces.push({
      kind: 'text',
      x: at(mark),
      y: y + 22,
      text: `${mark * 100}%`,
      size: 14,
      fill: INK,
      anchor,
    });
  }
  if (isSynthetic)
    pieces.push({
      kind: 'text',
      x: WIDTH / 2,
      y: (top + y) / 2,
      text: 'SYNTHETIC',
      size: 56,
      bold: true,
      fill: PLUM,
      anchor: 'middle',
      stamp: true,
    });
  y += 28;
  write(LEGENDS[chart], 14);
  write(
    `${basis.release === null ? 'Unreleased answers' : `Release ${basis.release.number}`}, as at ${dayInWords(basis.asAt)}. ${roundAttribution(round.kind)}`,
    14,
  );
  return {
    title: isSynthetic ? `SYNTHETIC: ${title}` : title,
    description: figures.map((row) => `${row.name}: ${rowWords(row, chart)}.`).join(' '),
    width: WIDTH,
    height: y + MARGIN,
    pieces,
  };
}

const LEGENDS: Readonly<Record<Chart, string>> = {
  bars: 'Blue bar: bounds over all hospitals, whatever those not known would say. Black tick: share among respondents.',
  dots: 'Dot: share among respondents. Line: its 95% interval, if those who did not answer are like those who did.',
  parts:
    'Hospitals of each group from left to right: yes (blue), no (plum), don’t know (grey), not known (pale).',
  multiples:
    'Hospitals of each group: yes, no, don’t know (d.k.), not known (n.k.); the full height is the whole group.',
};

/** What a row of the picture shows, in words. */
function rowWords(row: ShownFigure, chart: Chart): string {
  if (chart === 'parts' || chart === 'multiples') return partWords(row);
  const { amongRespondents } = row;
  const share = amongRespondents === null ? '' : `${(amongRespondents * 100).toFixed(1)}% among respondents`;
  if (chart === 'dots') return share === '' ? 'no share given' : share;
  return `bounds ${boundsWords(row)}${share === '' ? '' : `, ${share}`}`;
}

function rowPieces(row: ShownFigure, top: number, chart: Exclude<Chart, 'multiples'>): readonly ChartPiece[] {
  const { name, lower, upper, amongRespondents, interval, yes, frame, hidden } = row;
  const middle = top + 32;
  const bold = row.code === 'england';
  const longest = 50;
  const label = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  const heading: ChartPiece = {
    kind: 'text',
    x: MARGIN,
    y: top + 16,
    text: label,
    size: 14,
    fill: INK,
    bold,
  };
  const scale: ChartPiece = {
    kind: 'rect',
    x: at(0),
    y: middle - 8,
    width: at(1) - at(0),
    height: 16,
    fill: PALE,
    stroke: GREY,
  };
  const say = (text: string): readonly ChartPiece[] => [
    heading,
    { kind: 'text', x: MARGIN, y: middle + 5, text, size: 13, fill: INK },
  ];
  if (hidden) return say('Hidden: fewer than three hospitals answered here or beside it.');
  if (chart === 'parts') return [heading, ...partPieces(row, middle - 9)];
  if (lower === null || upper === null) return say(`Counts only: ${yes ?? 0} yes of ${frame} hospitals.`);
  if (chart === 'dots') {
    if (amongRespondents === null) return say('No share given.');
    return [
      heading,
      { kind: 'line', x1: at(0), y1: middle, x2: at(1), y2: middle, stroke: GREY, width: 1 },
      ...(interval === null
        ? []
        : [
            {
              kind: 'line' as const,
              x1: at(interval.low),
              y1: middle,
              x2: at(interval.high),
              y2: middle,
              stroke: BLUE,
              width: 4,
            },
          ]),
      { kind: 'dot', x: at(amongRespondents), y: middle, r: 7, fill: INK },
    ];
  }
  const width = Math.max(2, at(upper) - at(lower));
  return [
    heading,
    scale,
    { kind: 'rect', x: at(lower), y: middle - 8, width, height: 16, fill: BLUE },
    ...(amongRespondents === null
      ? []
      : [
          {
            kind: 'line' as const,
            x1: at(amongRespondents),
            y1: middle - 12,
            x2: at(amongRespondents),
            y2: middle + 12,
            stroke: INK,
            width: 4,
          },
        ]),
  ];
}

import type { PictureShape, TreePicture } from '../../publication/report/report-tree.js';
import type { AreaFigure } from '../area-figures.js';
import { areaParts } from '../area-parts.js';
import { percentWords } from './percent-words.js';

const WIDTH = 500;
const BAR = 12;
const LABELS = 90;
/** Above the first row and between two: words of 16 units, as a phone shows them, are neither cut nor touch. */
const TOP = 4;
const ROW_GAP = 5;

/** The four parts of a question, and under them the range of the area over that of England where there are shares. */
export function figurePicture(
  figure: AreaFigure,
  title: string,
  england: { readonly lower: number; readonly upper: number } | undefined,
): TreePicture {
  const parts = areaParts(figure);
  const field = WIDTH - LABELS - 8;
  const unit = figure.hospitals === 0 ? 0 : field / figure.hospitals;
  let x = LABELS;
  const shapes: PictureShape[] = [label('Hospitals', TOP + 9)];
  for (const { id, count } of parts) {
    if (count > 0)
      shapes.push({ kind: 'rect', x: tenth(x), y: TOP, width: tenth(count * unit), height: BAR, tone: id });
    x += count * unit;
  }
  const ranges = [
    { name: 'Range here', range: figure.bounds },
    { name: 'England', range: england ?? null },
  ];
  let y = TOP + BAR + ROW_GAP;
  if (figure.bounds !== null)
    for (const { name, range } of ranges) {
      if (range === null) continue;
      shapes.push(label(name, y + 9));
      shapes.push({ kind: 'rect', x: LABELS, y, width: field, height: BAR - 2, tone: 'frame' });
      shapes.push({
        kind: 'rect',
        x: tenth(LABELS + range.lower * field),
        y,
        width: tenth((range.upper - range.lower) * field),
        height: BAR - 2,
        tone: 'range',
      });
      y += BAR + ROW_GAP;
    }
  const said = parts.map(({ words, count }) => `${words}: ${count}`).join('. ');
  return {
    id: `bar-${figure.id}`,
    title,
    description: `Of ${figure.hospitals}, from left to right. ${said}.${
      figure.bounds === null
        ? ''
        : ` Range here ${percentWords(figure.bounds.lower, figure.bounds.upper)}${england ? `, England ${percentWords(england.lower, england.upper)}` : ''}, each on a scale from 0 to 100%.`
    }`,
    width: WIDTH,
    height: y,
    share: 1,
    shapes,
  };
}

const label = (text: string, y: number): PictureShape => ({ kind: 'text', x: 0, y, size: 10, text });

const tenth = (value: number): number => Math.round(value * 10) / 10;

import { INDICATOR_DEFINITIONS } from '../../analysis/indicator-definitions.js';
import type { IndicatorResult } from '../../analysis/indicator-result.js';
import { figureText, percent, type ReportFigure } from './report-figure.js';
import type { Line, TreeChart, TreeTable } from './report-tree.js';

const PARTS = ['yes', 'no', 'dontKnow', 'notKnown'] as const;

/** The four parts of the frame as bars, and as a table with shares of respondents, interval and bounds. */
export function indicatorChart(result: IndicatorResult, id: string): TreeChart {
  const { title, words } = INDICATOR_DEFINITIONS[result.id];
  const answered = result.yes + result.no + result.dontKnow;
  const number = (part: (typeof PARTS)[number]): Line => [
    { text: String(result[part]), figure: `${result.id}.${part}` },
  ];
  const share = (part: (typeof PARTS)[number]): Line =>
    part === 'notKnown' || answered === 0
      ? [{ text: 'not applicable' }]
      : [{ text: percent(result[part] / answered, 0), figure: `${result.id}.${part}Share` }];
  return {
    id,
    title: `${title}: ${result.frame} hospitals`,
    description:
      `Bars of hospitals: ${PARTS.map((part) => `${words[part]} ${result[part]}`).join('; ')}. ` +
      'The table below the picture has the same numbers.',
    bars: PARTS.map((part) => ({
      label: words[part],
      length: result.frame === 0 ? 0 : result[part] / result.frame,
      text: String(result[part]),
    })),
    table: {
      caption: `${title}, of ${result.frame} hospitals`,
      columns: ['Answer', 'Hospitals', 'Of those that answered'],
      rows: PARTS.map((part) => [[{ text: words[part] }], number(part), share(part)]),
    },
  };
}

/** What stands behind every number of a report: value with all that belongs to it, and its source. */
export const figuresTable = (figures: readonly ReportFigure[], used: ReadonlySet<string>): TreeTable => ({
  caption: 'Every number of this report, by the reference that it stands for',
  columns: ['Reference', 'What it is', 'Value', 'Source'],
  rows: figures
    .filter(({ id }) => used.has(id))
    .map((figure) => [
      [{ text: figure.id }],
      [{ text: `${figure.group}: ${figure.words}` }],
      [{ text: figureText(figure, ['of', 'interval', 'bounds', 'decimal']), figure: figure.id }],
      [{ text: figure.source }],
    ]),
});

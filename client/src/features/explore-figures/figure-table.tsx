import { DataTable } from '../../components/data-table.js';
import type { Threshold, Traced } from './explore-state.js';
import {
  BREAKDOWN_WORDS,
  benchmarkWords,
  boundsWords,
  countWords,
  knownShareWords,
  shareWords,
} from './figure-words.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';
import { neededWords, thresholdWords } from './to-needed-words.js';
import { TRACED_WORDS } from './trace-part.js';

interface FigureTableProps {
  readonly shown: ShownFigures;
  /** Code of the row whose trace is open; '' = none. */
  readonly traced: string;
  readonly threshold: Threshold;
  readonly onTrace: (code: string, part: Traced) => void;
}

/** Every figure of an indicator, one row a group, bounds before shares. Each number opens where it comes from. */
export function FigureTable({ shown, traced, threshold, onTrace }: FigureTableProps) {
  const { indicator, figures, by } = shown;
  const traceButton = (row: ShownFigure, words: string, part: Traced, what = TRACED_WORDS[part]) => (
    <button
      type="button"
      className="la-sort"
      aria-label={`${words}, ${what}, ${row.name}: where this number comes from`}
      onClick={() => onTrace(row.code, part)}
    >
      {words}
    </button>
  );
  return (
    <DataTable
      caption={`${indicator.title}${by === 'england' ? '' : `, by ${BREAKDOWN_WORDS[by].toLowerCase()}`}`}
      columns={[
        { id: 'name', heading: 'Hospitals in', names: true, cell: ({ name }) => name },
        {
          id: 'yes',
          heading: 'Yes',
          numeric: true,
          cell: (row) => traceButton(row, countWords(row.yes, row), 'yes'),
        },
        {
          id: 'no',
          heading: 'No',
          numeric: true,
          cell: (row) => traceButton(row, countWords(row.no, row), 'no'),
        },
        {
          id: 'dont-know',
          heading: 'Don’t know',
          numeric: true,
          cell: (row) => traceButton(row, countWords(row.dontKnow, row), 'dont_know'),
        },
        {
          id: 'not-known',
          heading: 'Not known',
          numeric: true,
          cell: (row) => traceButton(row, countWords(row.notKnown, row), 'not_known'),
        },
        {
          id: 'frame',
          heading: 'Hospitals',
          numeric: true,
          cell: (row) => traceButton(row, String(row.frame), 'frame'),
        },
        {
          id: 'bounds',
          heading: 'Between',
          cell: (row) => traceButton(row, boundsWords(row), 'yes', 'bounds'),
        },
        {
          id: 'share',
          heading: 'Among respondents (95% interval)',
          cell: (row) => traceButton(row, shareWords(row), 'yes', 'among respondents'),
        },
        {
          id: 'known',
          heading: 'Among those who know (95% interval)',
          cell: (row) => traceButton(row, knownShareWords(row), 'yes', 'among those who know'),
        },
        {
          id: 'needed',
          heading: `Replies still needed for ${thresholdWords(threshold)}`,
          cell: (row) => neededWords(row, threshold),
        },
        ...(by === 'england'
          ? []
          : [
              {
                id: 'benchmark',
                heading: 'Against England',
                cell: (row: ShownFigure) => benchmarkWords(row),
              },
            ]),
      ]}
      rows={figures}
      keyOf={({ code }) => code}
      selectedKey={traced}
    />
  );
}

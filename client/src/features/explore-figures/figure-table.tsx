import { DataTable } from '../../components/data-table.js';
import { BREAKDOWN_WORDS, benchmarkWords, boundsWords, countWords, shareWords } from './figure-words.js';
import type { ShownFigure, ShownFigures } from './shown-figures.js';

interface FigureTableProps {
  readonly shown: ShownFigures;
  /** Code of the row whose trace is open; '' = none. */
  readonly traced: string;
  readonly onTrace: (code: string) => void;
}

/** Every figure of an indicator, one row a group, bounds before shares. Each count opens where it comes from. */
export function FigureTable({ shown, traced, onTrace }: FigureTableProps) {
  const { indicator, figures, by } = shown;
  const traceButton = (row: ShownFigure) => (
    <button
      type="button"
      className="la-sort"
      aria-label={`${countWords(row.yes, row)}: where the numbers of ${row.name} come from`}
      onClick={() => onTrace(row.code)}
    >
      {countWords(row.yes, row)}
    </button>
  );
  return (
    <DataTable
      caption={`${indicator.title}${by === 'england' ? '' : `, by ${BREAKDOWN_WORDS[by].toLowerCase()}`}`}
      columns={[
        { id: 'name', heading: 'Hospitals in', names: true, cell: ({ name }) => name },
        { id: 'yes', heading: 'Yes', numeric: true, cell: traceButton },
        { id: 'no', heading: 'No', numeric: true, cell: (row) => countWords(row.no, row) },
        {
          id: 'dont-know',
          heading: 'Don’t know',
          numeric: true,
          cell: (row) => countWords(row.dontKnow, row),
        },
        {
          id: 'not-known',
          heading: 'Not known',
          numeric: true,
          cell: (row) => countWords(row.notKnown, row),
        },
        { id: 'frame', heading: 'Hospitals', numeric: true, cell: ({ frame }) => frame },
        { id: 'bounds', heading: 'Between', cell: boundsWords },
        { id: 'share', heading: 'Among respondents (95% interval)', cell: shareWords },
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

import { DataTable } from '../../components/data-table.js';
import { IntervalBar } from '../../components/interval-bar.js';
import { boundsWords, countWords, shareWords } from './figure-words.js';
import type { ShownChange } from './shown-figures.js';

/** Both rounds' bounds beside each other. Their difference is not given: other hospitals answered. */
export function RoundBounds({ change }: { readonly change: ShownChange }) {
  const rows = [
    { title: change.from.title, figure: change.before },
    { title: change.to.title, figure: change.after },
  ].flatMap(({ title, figure }) => (figure === null ? [] : [{ title, figure }]));
  if (rows.length < 2) return null;
  return (
    <>
      <DataTable
        caption="All hospitals of each round, side by side"
        columns={[
          { id: 'round', heading: 'Round', names: true, cell: ({ title }) => title },
          { id: 'yes', heading: 'Yes', numeric: true, cell: ({ figure }) => countWords(figure.yes, figure) },
          { id: 'no', heading: 'No', numeric: true, cell: ({ figure }) => countWords(figure.no, figure) },
          {
            id: 'dont-know',
            heading: 'Don’t know',
            numeric: true,
            cell: ({ figure }) => countWords(figure.dontKnow, figure),
          },
          {
            id: 'not-known',
            heading: 'Not known',
            numeric: true,
            cell: ({ figure }) => countWords(figure.notKnown, figure),
          },
          { id: 'frame', heading: 'Hospitals', numeric: true, cell: ({ figure }) => figure.frame },
          { id: 'bounds', heading: 'Between', cell: ({ figure }) => boundsWords(figure) },
          { id: 'share', heading: 'Among respondents', cell: ({ figure }) => shareWords(figure) },
        ]}
        rows={rows}
        keyOf={({ title }) => title}
      />
      {rows.map(({ title, figure }) =>
        figure.lower === null || figure.upper === null ? null : (
          <div key={title}>
            <p className="la-source">{title}</p>
            <IntervalBar
              what={`Bounds of ${title}`}
              lower={figure.lower}
              upper={figure.upper}
              tick={figure.amongRespondents}
              interval={figure.interval}
            />
          </div>
        ),
      )}
      <p className="la-source">
        The two are not subtracted from each other: other hospitals answered. What changed is told below, on
        the hospitals that answered in both.
      </p>
    </>
  );
}

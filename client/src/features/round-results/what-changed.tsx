import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { InsetText } from '../../components/notice.js';
import { formatRange } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import type { ShownChange } from './shown-results.js';

type Figure = ShownChange['indicators'][number]['after'];
type Stand = ShownChange['hospitals'][number]['after'];

/** A figure in words; null = that release has none. */
const figureWords = (figure: Figure): string =>
  figure === null
    ? 'not given'
    : `${figure.yes} yes, ${figure.no} no, ${figure.dontKnow} don’t know, ${figure.notKnown} not known of ${figure.frame}; ` +
      `between ${formatRange(figure.lower, figure.upper)}`;

const standWords = (stand: Stand, absent: string): string =>
  stand === null
    ? absent
    : `${stand.category}, ${stand.label}${stand.score === null ? '' : `, score ${stand.score}`}`;

/** What a release says otherwise than the one before it, with the words of the erratum beside it. */
export function WhatChanged(props: { readonly roundId: string; readonly change: ShownChange }) {
  const { roundId, change } = props;
  const { since, note, analysed, indicators, hospitals, noLongerNamed } = change;
  const round = encodeURIComponent(roundId);
  return (
    <section aria-labelledby="changed-heading">
      <h2 id="changed-heading">What changed since release {since.number}</h2>
      <p>
        Held against <Link to={`/rounds/${round}?release=${since.number}`}>release {since.number}</Link> of{' '}
        {dayInWords(since.publishedAt)}: {analysed.before} hospitals were analysed then, {analysed.after} in
        this release. The values stand side by side; their difference is no change of services, because other
        hospitals may have answered.
      </p>
      {note !== '' && (
        <InsetText>
          <p>{note}</p>
        </InsetText>
      )}
      {indicators.length === 0 ? (
        <p>No indicator differs.</p>
      ) : (
        <DataTable
          caption="Figures that differ"
          rows={indicators}
          keyOf={({ id }) => id}
          columns={[
            { id: 'figure', heading: 'Figure', names: true, cell: ({ id }) => indicatorWords(id).title },
            { id: 'before', heading: `Release ${since.number}`, cell: ({ before }) => figureWords(before) },
            { id: 'after', heading: 'This release', cell: ({ after }) => figureWords(after) },
          ]}
        />
      )}
      {hospitals.length === 0 ? (
        <p>No hospital is said to stand elsewhere.</p>
      ) : (
        <DataTable
          caption="Hospitals of which something else is published"
          rows={hospitals}
          keyOf={({ odsCode }) => odsCode}
          columns={[
            { id: 'name', heading: 'Hospital', names: true, cell: ({ name }) => name },
            {
              id: 'before',
              heading: `Release ${since.number}`,
              cell: ({ before, what }) =>
                standWords(before, what === 'came_in' ? 'not listed: it came in' : 'listed'),
            },
            {
              id: 'after',
              heading: 'This release',
              cell: ({ after }) => standWords(after, 'not listed: it went out'),
            },
          ]}
        />
      )}
      {noLongerNamed > 0 && (
        <p>
          {noLongerNamed === 1 ? 'One hospital is' : `${noLongerNamed} hospitals are`} not named any more with
          what release {since.number} gave of {noLongerNamed === 1 ? 'it' : 'them'}; which is not repeated
          here.
        </p>
      )}
      <p>
        <a href={`/open/v1/rounds/${round}/releases/${change.release.number}/changes.json`}>
          These changes as a file (JSON)
        </a>
      </p>
    </section>
  );
}

import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { Link } from 'react-router';

import { DataTable } from '../../components/data-table.js';
import { InsetText, WarningCallout } from '../../components/notice.js';
import { releaseKindWords } from '../../lib/round-words.js';
import type { ListedRelease, ShownResults } from './shown-results.js';

const addressOf = (roundId: string, number: number): string =>
  `/rounds/${encodeURIComponent(roundId)}?release=${number}`;

/** At the head of a release: that an erratum replaced it and what changed, or that later ones are out. */
export function WhatBecameOfIt({
  release,
  newest,
}: {
  readonly release: ShownResults;
  readonly newest: number;
}) {
  const { round, number, status } = release;
  const { replacedBy } = status;
  if (replacedBy !== null)
    return (
      <WarningCallout heading={`Replaced by release ${replacedBy.number}`}>
        <p>
          Release {replacedBy.number} of {dayInWords(replacedBy.publishedAt)} corrects this one:{' '}
          {replacedBy.why}
        </p>
        <p>
          <Link to={addressOf(round.id, replacedBy.number)}>See release {replacedBy.number}</Link>. The
          figures on this page are those of release {number}, as it was published.
        </p>
      </WarningCallout>
    );
  if (newest === number) return null;
  return (
    <InsetText>
      <p>
        <strong>Superseded by release {newest}.</strong> The figures on this page are those of release{' '}
        {number}. <Link to={`/rounds/${encodeURIComponent(round.id)}`}>See release {newest}</Link>
      </p>
    </InsetText>
  );
}

/** What stands at the address of a release that was withdrawn. */
export function WithdrawnNotice(props: {
  readonly roundId: string;
  readonly listed: ListedRelease;
  /** null = no release of the round stands. */
  readonly newest: number | null;
}) {
  const { roundId, newest } = props;
  const { release, status } = props.listed;
  if (status.withdrawn === null) return null;
  return (
    <WarningCallout heading={`Release ${release.number} was withdrawn`}>
      <p>
        It was published on {dayInWords(release.publishedAt)} and withdrawn on{' '}
        {dayInWords(status.withdrawn.at)}: {status.withdrawn.why}
      </p>
      <p>Its figures and files are not shown any more. Do not use or cite them.</p>
      <p>
        {newest === null ? (
          'No release of this round stands at present.'
        ) : (
          <Link to={`/rounds/${encodeURIComponent(roundId)}`}>See release {newest}, which stands</Link>
        )}
      </p>
    </WarningCallout>
  );
}

/** Every release of the round with its note and what has become of it; nothing where there is only one. */
export function ReleaseHistory(props: {
  readonly roundId: string;
  readonly shown: number;
  readonly releases: readonly ListedRelease[];
}) {
  const { roundId, shown, releases } = props;
  if (releases.length < 2) return null;
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">Releases of this round</h2>
      <DataTable
        caption="Releases, the newest first"
        rows={releases}
        keyOf={({ release }) => String(release.number)}
        columns={[
          {
            id: 'number',
            heading: 'Release',
            names: true,
            cell: ({ release: { number } }) =>
              number === shown ? (
                `Release ${number} (shown)`
              ) : (
                <Link to={addressOf(roundId, number)}>Release {number}</Link>
              ),
          },
          {
            id: 'published',
            heading: 'Published',
            cell: ({ release }) => `${dayInWords(release.publishedAt)}, ${releaseKindWords(release.kind)}`,
          },
          { id: 'note', heading: 'Note', cell: noteWords },
        ]}
      />
    </section>
  );
}

function noteWords({ note, status: { replaces, replacedBy, withdrawn } }: ListedRelease): string {
  return [
    ...(withdrawn === null ? [] : [`Withdrawn: ${withdrawn.why}`]),
    ...(replacedBy === null ? [] : [`Replaced by release ${replacedBy.number}.`]),
    ...(replaces === null ? [] : [`Replaces release ${replaces}.`]),
    ...(note === '' ? [] : [note]),
  ].join(' ');
}

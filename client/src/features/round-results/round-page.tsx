import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Page } from '../../components/page.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { ReleaseHistory, WhatBecameOfIt, WithdrawnNotice } from './release-history.js';
import { RoundResults } from './round-results.js';
import { roundResultsQuery } from './round-results.graphql.js';
import { WhatChanged } from './what-changed.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Results', path: '/rounds' },
];

interface RoundPageProps {
  readonly roundId: string;
  /** What the address asks for as a release's number; '' = the latest. */
  readonly asked: string;
}

/** The results page of a round, or a clear word on why there are no results. */
export function RoundPage({ roundId, asked }: RoundPageProps) {
  const number = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
  const [first, askFirst] = useQuery({ query: roundResultsQuery, variables: { roundId, number } });
  // A number that no release has: the newest is shown instead, and the page says so.
  const gone = first.data?.releases.find(({ release }) => release.number === number);
  const withdrawn = gone?.status.withdrawn ? gone : undefined;
  const absent =
    number !== null &&
    withdrawn === undefined &&
    first.data?.release === null &&
    first.data.round?.latestRelease != null;
  const [second, askSecond] = useQuery({
    query: roundResultsQuery,
    variables: { roundId, number: null },
    pause: !absent,
  });
  const { data, error } = absent ? second : first;
  const again = absent ? askSecond : askFirst;
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={CRUMBS}>
      {content}
    </Page>
  );
  const onlyWithdrawn =
    data?.release === null ? data.releases.find(({ status }) => status.withdrawn) : undefined;
  const notice = withdrawn ?? onlyWithdrawn;
  if (data?.round && notice !== undefined)
    return frame(
      markedRoundTitle(data.round),
      <>
        <WithdrawnNotice
          roundId={roundId}
          listed={notice}
          newest={data.round.latestRelease?.number ?? null}
        />
        <ReleaseHistory roundId={roundId} shown={notice.release.number} releases={data.releases} />
      </>,
    );
  if (data?.release) {
    const { release } = data;
    const newest = data.round?.latestRelease?.number ?? release.number;
    return frame(
      markedRoundTitle(release.round),
      <>
        {asked !== '' && asked !== String(release.number) && (
          <InsetText>
            <p>
              This round has no release “{asked.slice(0, 40)}”. The newest, release {release.number}, is shown
              instead.
            </p>
          </InsetText>
        )}
        <WhatBecameOfIt release={release} newest={newest} />
        <RoundResults release={release} newest={newest} />
        {data.releaseChange && <WhatChanged roundId={roundId} change={data.releaseChange} />}
        <ReleaseHistory roundId={roundId} shown={release.number} releases={data.releases} />
      </>,
    );
  }
  if (error) {
    const retry = () => again({ requestPolicy: 'network-only' });
    return frame('Results', <ProblemNotice problem={toProblem(error)} onRetry={retry} />);
  }
  if (!data) return frame('Results', <Loading what="the results of this round" />);
  if (data.round) {
    return frame(
      data.round.title,
      <InsetText>
        <p>
          Nothing of this round has been released yet. Results appear here when the survey lead publishes
          them.
        </p>
        <p>
          <Link to="/rounds">All rounds</Link>
        </p>
      </InsetText>,
    );
  }
  return frame(
    'Round not found',
    <InsetText>
      <p>There is no round “{roundId}”.</p>
      <p>
        <Link to="/rounds">Choose a round from the list</Link>
      </p>
    </InsetText>,
  );
}

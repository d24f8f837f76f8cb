import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';

import { Page } from '../../components/page.js';
import { InsetText, Loading, ProblemNotice } from '../../components/notice.js';
import { toProblem } from '../../lib/to-problem.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { RoundResults } from './round-results.js';
import { roundResultsQuery } from './round-results.graphql.js';

const CRUMBS = [
  { label: 'Home', path: '/' },
  { label: 'Results', path: '/rounds' },
];

interface RoundPageProps {
  readonly roundId: string;
  /** A release's number from the address; null = the latest. */
  readonly number: number | null;
}

/** The results page of a round, or a clear word on why there are no results. */
export function RoundPage({ roundId, number }: RoundPageProps) {
  const [{ data, error }, again] = useQuery({ query: roundResultsQuery, variables: { roundId, number } });
  const frame = (heading: string, content: ReactNode) => (
    <Page heading={heading} crumbs={CRUMBS}>
      {content}
    </Page>
  );
  if (data?.release) {
    const { round } = data.release;
    return frame(markedRoundTitle(round), <RoundResults release={data.release} />);
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
          {number === null
            ? 'Nothing of this round has been released yet.'
            : `This round has no release ${number}.`}{' '}
          Results appear here when the survey lead publishes them.
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

import { useParams, useSearchParams } from 'react-router';

import { RoundPage } from '../features/round-results/round-page.js';

/** `/rounds/:roundId?release=`: the figures of a release. */
export function RoundRoute() {
  const { roundId = '' } = useParams();
  const [parameters] = useSearchParams();
  return <RoundPage key={roundId} roundId={roundId} asked={(parameters.get('release') ?? '').trim()} />;
}

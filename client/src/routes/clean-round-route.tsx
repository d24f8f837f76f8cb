import { useParams } from 'react-router';

import { CleanRoundPage } from '../features/clean-round/clean-round-page.js';

/** `/manage/rounds/:roundId/cleaning`: deciding about the forms of a round. */
export function CleanRoundRoute() {
  const { roundId = '' } = useParams();
  return <CleanRoundPage key={roundId} roundId={roundId} />;
}

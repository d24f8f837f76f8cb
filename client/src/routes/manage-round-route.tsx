import { useParams } from 'react-router';

import { ManageRoundPage } from '../features/manage-round/manage-round-page.js';

/** `/manage/rounds/:roundId`: the live round, for its lead. */
export function ManageRoundRoute() {
  const { roundId = '' } = useParams();
  return <ManageRoundPage key={roundId} roundId={roundId} />;
}

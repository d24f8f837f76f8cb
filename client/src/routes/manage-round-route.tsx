import { useParams } from 'react-router';

import { FollowResponses } from '../features/follow-responses/follow-responses.js';
import { ManageRoundPage } from '../features/manage-round/manage-round-page.js';

/** `/manage/rounds/:roundId`: the live round, for its lead. */
export function ManageRoundRoute() {
  const { roundId = '' } = useParams();
  const replies = { id: 'replies', label: 'Replies', content: <FollowResponses roundId={roundId} /> };
  return <ManageRoundPage key={roundId} roundId={roundId} sections={[replies]} />;
}

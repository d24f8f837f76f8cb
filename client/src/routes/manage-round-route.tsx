import { useParams } from 'react-router';

import { ExportRound } from '../features/export-round/export-round.js';
import { OpenLinks } from '../features/open-links/open-links.js';
import { RecordAnswers } from '../features/record-answers/record-answers.js';
import { FollowResponses } from '../features/follow-responses/follow-responses.js';
import { ManageRoundPage } from '../features/manage-round/manage-round-page.js';

/** `/manage/rounds/:roundId`: the live round, for its lead. */
export function ManageRoundRoute() {
  const { roundId = '' } = useParams();
  const replies = { id: 'replies', label: 'Replies', content: <FollowResponses roundId={roundId} /> };
  const recorded = {
    id: 'recorded',
    label: 'Telephone and paper',
    content: <RecordAnswers roundId={roundId} />,
  };
  const openLinks = { id: 'open-links', label: 'Open links', content: <OpenLinks roundId={roundId} /> };
  const takeOut = { id: 'export', label: 'Take the data out', content: <ExportRound roundId={roundId} /> };
  return (
    <ManageRoundPage key={roundId} roundId={roundId} sections={[replies, recorded, openLinks, takeOut]} />
  );
}

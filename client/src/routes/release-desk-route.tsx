import { useParams } from 'react-router';

import { ReleaseDeskPage } from '../features/release-desk/release-desk-page.js';

/** `/manage/rounds/:roundId/release`: right of reply, sign-offs, releases. */
export function ReleaseDeskRoute() {
  const { roundId = '' } = useParams();
  return <ReleaseDeskPage key={roundId} roundId={roundId} />;
}

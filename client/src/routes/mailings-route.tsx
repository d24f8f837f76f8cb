import { useParams } from 'react-router';

import { MailingsPage } from '../features/send-mailings/mailings-page.js';

/** `/manage/rounds/:roundId/mailings`: invitations, reminders and thanks, for the round's lead. */
export function MailingsRoute() {
  const { roundId = '' } = useParams();
  return <MailingsPage key={roundId} roundId={roundId} />;
}

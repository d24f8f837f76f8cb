import { useParams } from 'react-router';

import { ContactsPage } from '../features/manage-contacts/contacts-page.js';

/** `/manage/rounds/:roundId/contacts`: the people who are invited, for the round's lead. */
export function ContactsRoute() {
  const { roundId = '' } = useParams();
  return <ContactsPage key={roundId} roundId={roundId} />;
}

import { Page } from '../components/page.js';
import { Permitted } from '../components/permitted.js';
import { OutboxList } from '../features/manage-outbox/outbox-list.js';

/** `/manage/outbox`: mail, for administrators and survey leads. */
export function ManageOutboxRoute() {
  return (
    <Page heading="Outbox" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <Permitted any={['ReadOutbox']}>{() => <OutboxList />}</Permitted>
    </Page>
  );
}

import { Page } from '../components/page.js';
import { ReadHistory } from '../features/read-history/read-history.js';

/** `/manage/history`: who did what when, for survey leads and administrators. */
export function HistoryRoute() {
  return (
    <Page heading="History" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <ReadHistory />
    </Page>
  );
}

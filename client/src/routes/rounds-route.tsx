import { Page } from '../components/page.js';
import { RoundList } from '../features/list-rounds/round-list.js';

/** `/rounds`: every survey round. */
export function RoundsRoute() {
  return (
    <Page heading="Survey rounds and their results" crumbs={[{ label: 'Home', path: '/' }]}>
      <RoundList />
    </Page>
  );
}

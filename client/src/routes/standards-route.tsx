import { Page } from '../components/page.js';
import { Standards } from '../features/standards/standards.js';

/** `/standards`. */
export function StandardsRoute() {
  return (
    <Page heading="Standards" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <Standards />
    </Page>
  );
}

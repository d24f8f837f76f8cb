import { Page } from '../components/page.js';
import { ReadinessChecklist } from '../features/readiness/readiness-checklist.js';

/** `/readiness`: the answers are in the address. */
export function ReadinessRoute() {
  return (
    <Page heading="Readiness" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <ReadinessChecklist />
    </Page>
  );
}

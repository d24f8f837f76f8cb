import { Page } from '../components/page.js';
import { BusinessCase } from '../features/business-case/business-case.js';

/** `/business-case`: everything that was written is in the address. */
export function BusinessCaseRoute() {
  return (
    <Page heading="Business case" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <BusinessCase />
    </Page>
  );
}

import { Page } from '../components/page.js';
import { ApiReference } from '../features/open-data/api-reference.js';
import { OpenData } from '../features/open-data/open-data.js';

/** `/data`: downloads, addresses, licences. */
export function DataRoute() {
  return (
    <Page heading="Open data" crumbs={[{ label: 'Home', path: '/' }]} wide>
      <p className="nhsuk-lede-text la-measure">
        Everything these pages show can be downloaded and used again, with the attributions below.
      </p>
      <OpenData />
      <ApiReference />
    </Page>
  );
}

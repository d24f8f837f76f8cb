import { Page } from '../components/page.js';
import { Explorer } from '../features/coverage-map/explorer.js';

const CRUMBS = [{ label: 'Home', path: '/' }];

/** `/map`: list first, then map and summary. */
export function MapRoute() {
  return (
    <Explorer
      frame={(title, content) => (
        <Page heading={title} crumbs={CRUMBS} wide>
          {content}
        </Page>
      )}
    />
  );
}

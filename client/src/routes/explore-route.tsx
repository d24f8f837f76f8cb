import { Page } from '../components/page.js';
import { ExplorePage } from '../features/explore-figures/explore-page.js';

const CRUMBS = [{ label: 'Home', path: '/' }];

/** `/explore`: figures by indicator, breakdown and round. */
export function ExploreRoute() {
  return (
    <ExplorePage
      frame={(heading, content) => (
        <Page heading={heading} crumbs={CRUMBS} wide>
          {content}
        </Page>
      )}
    />
  );
}

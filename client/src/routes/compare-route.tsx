import { ComparePage } from '../features/compare-places/compare-page.js';

/** `/compare` */
export function CompareRoute() {
  return <ComparePage />;
}

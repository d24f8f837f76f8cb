import { citation, releasePage } from '@liaison-atlas/shared/publication/citation';

import type { ShownResults } from './shown-results.js';

/** How to cite the release, worded in one place for pages and files alike; the address stays with this release. */
export const toCitation = (release: ShownResults, origin: string): string =>
  citation(release, release.sha256, releasePage(origin, release.round.id, release.number), release.status);

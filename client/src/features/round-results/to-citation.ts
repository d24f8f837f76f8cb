import { citation } from '@liaison-atlas/shared/publication/citation';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';

import type { ShownResults } from './shown-results.js';

/** How to cite the release, worded in one place for pages and files alike. */
export function toCitation(release: ShownResults, origin: string): string {
  const { round, number, kind, publishedAt, asAt, sha256 } = release;
  // The wording reads only these members; the page does not hold the whole document.
  const cited: Pick<ReleaseDocument, 'round' | 'number' | 'kind' | 'publishedAt' | 'asAt'> = {
    round,
    number,
    kind,
    publishedAt,
    asAt,
  };
  return citation(cited as ReleaseDocument, sha256, `${origin}/rounds/${encodeURIComponent(round.id)}`);
}

import type { PublishedFrame } from '@liaison-atlas/shared/publication/release';

import type { ListedFrame } from '../frame/listed-frames.js';

/**
 * The frame as a release of collected answers names it: shares are of the listed hospitals, so there is no declared
 * size. (The size that the 2018 report declares belongs to that report's own release.)
 */
export const listedFrame = ({ id, title, listedSize, source, asOf, hash }: ListedFrame): PublishedFrame => ({
  id,
  title,
  declaredSize: null,
  listedSize,
  source,
  asOf,
  hash,
});

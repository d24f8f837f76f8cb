import { roundKindOnTheWire } from '../fieldwork/round.js';
import { roundAttribution } from './attribution.js';
import { type ReleaseStamp, releaseStamp } from './release-stamp.js';
import type { ReleaseDocument } from './release.js';
import { syntheticNotice } from './synthetic-marking.js';

/** What every open answer made from a release says of it: round, kind of truth, moment, whose work, which release. */
export interface OpenRelease {
  readonly round: string;
  readonly kind: string;
  readonly asAt: string;
  readonly attribution: string;
  /** Only in synthetic rounds. */
  readonly notice?: string;
  readonly release: ReleaseStamp;
}

/** The head of an open answer. */
export const openRelease = (release: ReleaseDocument, sha256: string): OpenRelease => ({
  round: release.round.id,
  kind: roundKindOnTheWire(release.round.kind),
  asAt: release.asAt,
  attribution: roundAttribution(release.round.kind),
  ...syntheticNotice(release.round.kind),
  release: releaseStamp(release, sha256),
});

import type { Position } from '../../frame/distance-km.js';
import type { ReleaseStatus } from '../../publication/release-chain.js';
import type { ReleaseDocument } from '../../publication/release.js';
import type { ProfileArea } from '../profile-area.js';
import type { TypedEstimate } from '../read-estimate.js';

/** Rings of longitude and latitude, as GeoJSON has them. */
export type Rings = readonly (readonly (readonly number[])[])[];

/** A service that works in the area, as a briefing names it. */
export interface BriefingService {
  readonly name: string;
  /** Kind, state, number of hospitals, last confirmed: in words. */
  readonly about: string;
}

/** Everything that a briefing is made from; the same always gives the same briefing. */
export interface BriefingInput {
  readonly area: Pick<ProfileArea, 'level' | 'code' | 'name'>;
  readonly release: ReleaseDocument;
  readonly sha256: string;
  /** What has become of the release since. */
  readonly status: Pick<ReleaseStatus, 'replacedBy'>;
  /** Residents of the area of mid-2019, all ages; they count where no population was typed; null = not known. */
  readonly residents: number | null;
  /** What was typed in the estimate of need and in `s.{code}` of a standard; null = the published value, or nothing. */
  readonly typed: TypedEstimate;
  /** Outline of the area; empty = none is known, and the map has hospitals only. */
  readonly outline: Rings;
  /** What distances are measured from, with its code where it is a hospital (else ''); null = nothing was given. */
  readonly from: (Position & { readonly odsCode: string; readonly words: string }) | null;
  /** Of the service register; empty = not known, never "none". */
  readonly services: readonly BriefingService[];
  /** Path and query under which this very briefing is found again. */
  readonly address: string;
}

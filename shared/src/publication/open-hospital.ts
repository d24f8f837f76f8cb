import type { LadderCode } from '../analysis/ladder-code.js';
import { roundKindOnTheWire } from '../fieldwork/round.js';
import type { OtherProvision, PublishedHospital, ReleaseDocument } from './release.js';

/** One hospital of one release as open data: the properties of a GeoJSON feature and the columns of the CSV file. */
export interface OpenHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly trust: string;
  readonly trustCode: string;
  readonly region: string;
  readonly icb: string;
  readonly icbCode: string;
  readonly category: LadderCode;
  readonly label: string;
  /** `published-facts`, `live` or `synthetic`, on every row so that no row can lose it. */
  readonly kind: string;
  readonly asAt: string;
  readonly otherProvision: OtherProvision;
  readonly isGap: boolean;
  /** 0 to 100, or null where none is published; `category` tells why (GP no consent, GU not rated, …). */
  readonly score: number | null;
  /** What must be read with this row, such as whose view a score is; '' = nothing. */
  readonly marker: string;
}

/** The open data row of one hospital of a release. */
export const toOpenHospital = (release: ReleaseDocument, hospital: PublishedHospital): OpenHospital => ({
  odsCode: hospital.odsCode,
  name: hospital.name,
  trust: hospital.trust,
  trustCode: hospital.trustCode,
  region: hospital.region,
  icb: hospital.icb,
  icbCode: hospital.icbCode,
  category: hospital.category,
  label: hospital.label,
  kind: roundKindOnTheWire(release.round.kind),
  asAt: release.asAt,
  otherProvision: hospital.otherProvision,
  isGap: hospital.isGap,
  score: hospital.score,
  marker: hospital.marker,
});

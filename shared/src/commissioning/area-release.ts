import type { IndicatorResult } from '../analysis/indicator-result.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { OtherProvision } from '../analysis/other-provision.js';
import type { PlacedHospital } from './profile-area.js';

/** The part of a release that an area is told from. */
export interface AreaRelease<Hospital extends AreaReleaseHospital> {
  readonly round: { readonly kind: 'published_facts' | 'live' | 'synthetic' };
  readonly asAt: string;
  readonly areaFigures: boolean;
  readonly responseRate: { readonly answered: number; readonly frame: number };
  readonly indicators: readonly Pick<
    IndicatorResult,
    'id' | 'yes' | 'no' | 'dontKnow' | 'notKnown' | 'frame' | 'lower' | 'upper'
  >[];
  readonly hospitals: readonly Hospital[];
}

export interface AreaReleaseHospital extends PlacedHospital {
  readonly odsCode: string;
  readonly name: string;
  readonly category: LadderCode;
  readonly otherProvision: OtherProvision;
}

import type { LadderCode } from '../analysis/ladder-code.js';
import type { IndicatorId } from '../analysis/indicator-result.js';

/** What a public code says on an indicator; `not_said` = the code leaves it open, whatever the reason. */
export type PublicPosition = 'yes' | 'no' | 'not_said';

/**
 * What a reader of a release can tell of a hospital on an indicator from its public code, and nothing beyond
 * (methods C2): beside in-reach the code does not tell provision, beside no provision it does not tell in-reach.
 */
export function publicPosition(code: LadderCode, indicator: IndicatorId): PublicPosition {
  const [provision, inReach] = SAID[code];
  return indicator === 'iapt-treats-mus-ltc' ? provision : inReach;
}

const NOTHING = ['not_said', 'not_said'] as const;
const IN_REACH = ['not_said', 'yes'] as const;

const SAID: Readonly<Record<LadderCode, readonly [provision: PublicPosition, inReach: PublicPosition]>> = {
  NP: NOTHING,
  NR: NOTHING,
  CF: NOTHING,
  DK: NOTHING,
  G4: IN_REACH,
  G3: IN_REACH,
  G2: IN_REACH,
  GU: IN_REACH,
  GP: IN_REACH,
  G0: ['no', 'not_said'],
  G1: ['yes', 'no'],
  G01: ['not_said', 'no'],
  G1U: ['yes', 'not_said'],
};

import { type EligibilityVerdict, judgeEligibility, whyWords } from '@liaison-atlas/shared/frame/eligibility';
import { type FrameFacts, UNKNOWN_FACTS } from '@liaison-atlas/shared/frame/frame-facts';

import { type FrameContext, knownFacts } from './frame-context.js';
import type { FrameUnit } from './frame-unit.entity.js';

/** A unit's row without its relations. */
export type UnitRow = Omit<FrameUnit, 'frame' | 'site'>;

/** What a unit says of its hospital: its own facts, or those of the tables where it came with the product. */
export const factsOfUnit = (
  { facts, siteId }: Pick<FrameUnit, 'facts' | 'siteId'>,
  asOf: string,
  context: FrameContext,
): FrameFacts =>
  // A frame may be older than a fact that lists can state today.
  facts === null ? knownFacts(context, siteId, asOf) : { ...UNKNOWN_FACTS, ...facts };

/** A unit as the rule sees it. */
export function ruledUnit(
  frame: { readonly id: string; readonly asOf: string },
  siteId: string,
  facts: FrameFacts,
): UnitRow {
  const verdict = judgeEligibility(facts, frame.asOf);
  return {
    frameId: frame.id,
    siteId,
    stratum: facts.region_code,
    facts,
    decidedBy: null,
    decidedAt: null,
    ...asColumns(verdict),
  };
}

/** The verdict as a unit keeps it. */
export const asColumns = (verdict: EligibilityVerdict): Pick<UnitRow, 'eligibility' | 'why'> => ({
  eligibility: verdict.eligibility,
  why: whyWords(verdict),
});

/** Newer facts of a unit. Where a person decided, the decision stands until it is taken back. */
export function withFacts(unit: UnitRow, facts: FrameFacts, asOf: string): UnitRow {
  const changed = { ...unit, facts, stratum: facts.region_code };
  return unit.decidedBy === null ? { ...changed, ...asColumns(judgeEligibility(facts, asOf)) } : changed;
}

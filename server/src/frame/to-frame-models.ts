import { judgeEligibility } from '@liaison-atlas/shared/frame/eligibility';
import { FRAME_CHANGE_KINDS } from '@liaison-atlas/shared/frame/compare-frames';
import { strataOf } from '@liaison-atlas/shared/frame/strata';

import type { FrameUnit } from './frame-unit.entity.js';
import { factsOfUnit } from './frame-units.js';
import {
  type FrameCountsModel,
  type FrameDifferenceModel,
  type FrameUnitModel,
  type SamplingFrameModel,
  type SiteAliasModel,
  toSizeBandName,
} from './manage-frame.model.js';
import type { DescribedDifference, LoadedFrame } from './manage-frame.service.js';
import type { SamplingFrame } from './sampling-frame.entity.js';
import type { SiteAlias } from './site-alias.entity.js';
import { BY_HAND } from './site-alias.service.js';

export const toFrameModel = ({ declaredSource: _source, ...frame }: SamplingFrame): SamplingFrameModel =>
  frame;

/** The units by name, each with what the rule says beside what stands. */
export function toUnitModels({ frame, units, context }: LoadedFrame): FrameUnitModel[] {
  return units
    .map((unit): FrameUnitModel => {
      const facts = factsOfUnit(unit, frame.asOf, context);
      const rule = judgeEligibility(facts, frame.asOf);
      const { regionCode, trustType, sizeBand } = strataOf(facts);
      return {
        siteId: unit.siteId,
        odsCode: facts.ods_code,
        name: facts.name,
        postcode: facts.postcode,
        town: facts.town,
        trustCode: facts.trust_code,
        trust: facts.trust_name,
        trustType,
        regionCode,
        region: context.regionNames.get(regionCode) ?? '',
        sizeBand: toSizeBandName(sizeBand),
        siteType: facts.site_type,
        edType: facts.ed_type,
        openedOn: facts.opened_on,
        closedOn: facts.closed_on,
        mergedInto: facts.merged_into,
        eligibility: unit.eligibility,
        why: unit.why,
        isDecided: unit.decidedBy !== null,
        decidedAt: unit.decidedAt,
        ruleEligibility: rule.eligibility,
        ruleReasons: rule.reasons,
        aliases: (context.aliases.get(unit.siteId) ?? []).map(toAliasModel),
      };
    })
    .sort((a, b) => (`${a.name} ${a.siteId}` < `${b.name} ${b.siteId}` ? -1 : 1));
}

export function toCounts(units: readonly Pick<FrameUnit, 'eligibility' | 'decidedBy'>[]): FrameCountsModel {
  const count = (eligibility: FrameUnit['eligibility']): number =>
    units.filter((unit) => unit.eligibility === eligibility).length;
  return {
    eligible: count('eligible'),
    ineligible: count('ineligible'),
    unknown: count('unknown'),
    undecided: units.filter(({ eligibility, decidedBy }) => eligibility === 'unknown' && decidedBy === null)
      .length,
  };
}

export const toDifferenceModel = (difference: DescribedDifference): FrameDifferenceModel => ({
  from: toFrameModel(difference.from),
  to: toFrameModel(difference.to),
  counts: FRAME_CHANGE_KINDS.map((kind) => ({ kind, count: difference.counts[kind] })),
  unchanged: difference.unchanged,
  changed: difference.changes,
});

export const toAliasModel = ({ id, text, sourceId, sourceNote }: SiteAlias): SiteAliasModel => ({
  id,
  text,
  source: sourceNote ?? sourceId,
  byHand: sourceId === BY_HAND,
});

import type { Hospital } from '../frame/hospital.js';
import { type NamedGroup, NOT_KNOWN } from '../frame/hospital-sizes.js';
import { siteCategoryWords } from '../frame/site-category-words.js';
import { type TrustStratum, trustStratumWords } from '../frame/strata.js';
import type { Breakdown } from './figures.js';

/** What tells hospitals apart in a table of figures, beside the perspectives, which are not facts of the frame. */
export type FrameBreakdown = Exclude<Breakdown, 'england' | 'perspective'>;

/** The facts of a hospital by which it can be grouped. */
export type GroupedHospital = Pick<
  Hospital,
  'odsCode' | 'regionCode' | 'region' | 'icbCode' | 'icb' | 'siteCategory' | 'trustCode'
>;

/** Facts by which hospitals are grouped and that are no columns of theirs; each says "not known" where it is not. */
export interface GroupFacts {
  /** Kind of a trust by its code. */
  readonly trustTypeOf: (trustCode: string) => TrustStratum;
  /** How many people come to its emergency department, by ODS code as the others. */
  readonly sizeOf: (odsCode: string) => NamedGroup;
  /** Tier of its liaison team as somebody recorded it. */
  readonly tierOf: (odsCode: string) => NamedGroup;
  /** Whether its team is a member of the accreditation network (PLAN). */
  readonly planOf: (odsCode: string) => NamedGroup;
}

const nothing = (name: string) => (): NamedGroup => ({ code: NOT_KNOWN, name });

/** Nothing is known beyond the columns of a hospital. */
export const NO_GROUP_FACTS: GroupFacts = {
  trustTypeOf: () => NOT_KNOWN,
  sizeOf: nothing('size not known'),
  tierOf: nothing('tier not known'),
  planOf: nothing('membership not known'),
};

/** Whether a group holds the hospitals of which the fact is not known. */
export const isNotKnown = ({ code }: Pick<NamedGroup, 'code'>): boolean => code === NOT_KNOWN || code === '';

/**
 * The group of a hospital: region, integrated care board, kind of trust, kind of site, or the stratum of the frame
 * (region and kind of site, methods D6.7), size, tier of the liaison team or membership of PLAN. What is not known is a
 * group of its own, never left out.
 */
export function figureGroup(
  hospital: GroupedHospital,
  by: FrameBreakdown,
  facts: GroupFacts,
): { readonly code: string; readonly name: string } {
  const { odsCode, regionCode, region, icbCode, icb, siteCategory, trustCode } = hospital;
  switch (by) {
    case 'region':
      return { code: regionCode, name: region };
    case 'icb':
      return { code: icbCode, name: icbCode === '' ? 'ICB not known' : icb };
    case 'trust_type': {
      const type = facts.trustTypeOf(trustCode);
      return { code: type, name: trustStratumWords(type) };
    }
    case 'site_type':
      return { code: siteCategory, name: siteCategoryWords(siteCategory) };
    case 'stratum':
      return {
        code: `${regionCode}.${siteCategory}`,
        name: `${region}: ${siteCategoryWords(siteCategory)}`,
      };
    case 'ed_size':
      return facts.sizeOf(odsCode);
    case 'liaison_tier':
      return facts.tierOf(odsCode);
    case 'plan_member':
      return facts.planOf(odsCode);
  }
}

import type { Hospital } from '../frame/hospital.js';
import { siteCategoryWords } from '../frame/site-category-words.js';
import { type TrustStratum, trustStratumWords } from '../frame/strata.js';
import type { Breakdown } from './figures.js';

/** What tells hospitals apart in a table of figures, beside the perspectives, which are not facts of the frame. */
export type FrameBreakdown = Exclude<Breakdown, 'england' | 'perspective'>;

/** The facts of a hospital by which it can be grouped. */
export type GroupedHospital = Pick<
  Hospital,
  'regionCode' | 'region' | 'icbCode' | 'icb' | 'siteCategory' | 'trustCode'
>;

/**
 * The group of a hospital: region, integrated care board, kind of trust, kind of site, or the stratum of the frame
 * (region and kind of site, methods D6.7). What the frame does not know is a group of its own, never left out.
 * @param trustTypeOf kind of a trust by its code; asked for `trust_type` only
 */
export function figureGroup(
  hospital: GroupedHospital,
  by: FrameBreakdown,
  trustTypeOf: (trustCode: string) => TrustStratum,
): { readonly code: string; readonly name: string } {
  const { regionCode, region, icbCode, icb, siteCategory, trustCode } = hospital;
  switch (by) {
    case 'region':
      return { code: regionCode, name: region };
    case 'icb':
      return { code: icbCode, name: icbCode === '' ? 'ICB not known' : icb };
    case 'trust_type': {
      const type = trustTypeOf(trustCode);
      return { code: type, name: trustStratumWords(type) };
    }
    case 'site_type':
      return { code: siteCategory, name: siteCategoryWords(siteCategory) };
    case 'stratum':
      return {
        code: `${regionCode}.${siteCategory}`,
        name: `${region}: ${siteCategoryWords(siteCategory)}`,
      };
  }
}

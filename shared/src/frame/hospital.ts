/**
 * Kind of site: the first four as the reference table tells them apart (reference README, `site_category`);
 * `other_site` came in with a frame's list and is no general acute hospital, or its kind is not known.
 */
export const SITE_CATEGORIES = [
  'general_ed',
  'general_ed_part_time',
  'childrens_ed',
  'acute_site_no_type1_ed',
  'other_site',
] as const;
export type SiteCategory = (typeof SITE_CATEGORIES)[number];

/** One acute hospital site with the areas it lies in. Codes are ODS codes; the trust is that of February 2018. */
export interface Hospital {
  readonly odsCode: string;
  readonly name: string;
  readonly postcode: string;
  readonly town: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly siteCategory: SiteCategory;
  readonly trustCode: string;
  readonly trust: string;
  readonly regionCode: string;
  readonly region: string;
  readonly icbCode: string;
  readonly icb: string;
  readonly ccgCode: string;
  readonly ccg: string;
}

/** The listed frame `acute-ed-2018`: general hospitals with an emergency department, part-time ones included. */
export const isInListedFrame = (category: SiteCategory): boolean =>
  category === 'general_ed' || category === 'general_ed_part_time';

import type { SiteCategory } from './hospital.js';

const WORDS: Readonly<Record<SiteCategory, string>> = {
  general_ed: 'General hospital with an emergency department',
  general_ed_part_time: 'General hospital with a part-time emergency department',
  childrens_ed: "Children's hospital with an emergency department",
  acute_site_no_type1_ed: 'Acute site without a major emergency department',
  other_site: 'Other site, or a kind that is not known',
};

/** The kind of site, in words. */
export const siteCategoryWords = (category: SiteCategory): string => WORDS[category];

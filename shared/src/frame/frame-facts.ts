import type { SiteCategory } from './hospital.js';

/**
 * What a frame knows of one hospital on its day, field by field, as a list of hospitals states it. Every value is
 * text and '' = not known. The names are those of the columns of an imported list.
 */
export const FACT_FIELDS = [
  'ods_code',
  'name',
  'postcode',
  'town',
  'latitude',
  'longitude',
  'trust_code',
  'trust_name',
  'trust_type',
  'region_code',
  'icb_code',
  'ccg_code',
  'country',
  'site_type',
  'ed_type',
  'opened_on',
  'closed_on',
  'merged_into',
  'ed_attendances',
  'plan_member',
  'list_status',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];
export type FrameFacts = Readonly<Record<FactField, string>>;

/** Facts of which nothing is known yet. */
export const UNKNOWN_FACTS: FrameFacts = Object.fromEntries(
  FACT_FIELDS.map((field) => [field, '']),
) as FrameFacts;

/** Kind of hospital; '' = not known. `general` is the one that an acute frame asks. */
export const SITE_TYPES = ['general', 'childrens', 'specialist', 'community', 'mental_health'] as const;
/**
 * Emergency department: consultant-led (type 1) day and night, type 1 for part of the day, or no type 1 department
 * (an urgent treatment centre, a minor injuries unit, or none). '' = not known.
 */
export const ED_TYPES = ['major', 'major_part_time', 'no_major'] as const;
export const TRUST_TYPES = ['acute', 'mental_health', 'community', 'ambulance'] as const;
/** Whether its liaison team is a member of the Psychiatric Liaison Accreditation Network (PLAN); '' = not known. */
export const PLAN_ANSWERS = ['yes', 'no'] as const;
export const COUNTRIES = ['england', 'other'] as const;

/**
 * Whether the newest whole list names the hospital: `listed`, `not_listed` (it names others, but not this one) or
 * `code_ended` (its code ended, which mergers do without any hospital closing). '' = no list was imported.
 */
export const LIST_STATUSES = ['listed', 'not_listed', 'code_ended'] as const;

/** What the reference tables' category says about kind of hospital and department (`major_ed` = yes, no, not_known). */
export function factsOfCategory(
  category: SiteCategory,
  majorEd: string,
): Pick<FrameFacts, 'site_type' | 'ed_type'> {
  const isKnown = majorEd !== 'not_known';
  switch (category) {
    case 'general_ed':
      return { site_type: 'general', ed_type: isKnown ? 'major' : '' };
    case 'general_ed_part_time':
      return { site_type: 'general', ed_type: isKnown ? 'major_part_time' : '' };
    case 'childrens_ed':
      return { site_type: 'childrens', ed_type: isKnown ? 'major' : '' };
    case 'acute_site_no_type1_ed':
      return { site_type: 'general', ed_type: isKnown ? 'no_major' : '' };
    case 'other_site':
      return { site_type: '', ed_type: '' };
  }
}

/** The category under which a hospital with these facts is shown. */
export function categoryOfFacts({ site_type, ed_type }: FrameFacts): SiteCategory {
  const hasMajor = ed_type === 'major' || ed_type === 'major_part_time';
  if (site_type === 'childrens') return hasMajor ? 'childrens_ed' : 'other_site';
  if (site_type !== 'general') return 'other_site';
  if (ed_type === 'major') return 'general_ed';
  return ed_type === 'major_part_time' ? 'general_ed_part_time' : 'acute_site_no_type1_ed';
}

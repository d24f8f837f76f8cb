import type { Eligibility } from '@liaison-atlas/shared/frame/eligibility';
import { sizeBandWords } from '@liaison-atlas/shared/frame/strata';

import type { ShownUnit } from './manage-frames.graphql.js';

const ELIGIBILITY: Readonly<Record<Eligibility, string>> = {
  eligible: 'In the frame',
  ineligible: 'Not in the frame',
  unknown: 'Not known',
};

/** Whether a hospital belongs to the frame, in words. */
export const eligibilityWords = (eligibility: Eligibility): string => ELIGIBILITY[eligibility];

const SIZES: Readonly<Record<ShownUnit['sizeBand'], string>> = {
  under_50000: sizeBandWords('under_50000'),
  from_50000_to_99999: sizeBandWords('50000_to_99999'),
  from_100000: sizeBandWords('100000_and_over'),
  not_known: sizeBandWords('not_known'),
};

/** A size band as GraphQL names it, in words. */
export const sizeWords = (band: ShownUnit['sizeBand']): string => SIZES[band];

const FIELDS: Readonly<Record<string, string>> = {
  ods_code: 'code',
  name: 'name',
  postcode: 'postcode',
  town: 'town',
  latitude: 'latitude',
  longitude: 'longitude',
  trust_code: 'trust code',
  trust_name: 'trust',
  trust_type: 'kind of trust',
  region_code: 'region code',
  icb_code: 'ICB code',
  ccg_code: 'CCG code',
  country: 'country',
  site_type: 'kind of hospital',
  ed_type: 'emergency department',
  opened_on: 'opened on',
  closed_on: 'closed on',
  merged_into: 'merged into',
  ed_attendances: 'attendances a year',
  plan_member: 'member of PLAN',
  list_status: 'newest list',
};

/** A fact's name for people. */
export const fieldWords = (field: string): string => FIELDS[field] ?? field;

/** A value for people: '' is "not known", never nothing. */
export const valueWords = (value: string): string => (value === '' ? 'not known' : value.replace(/_/g, ' '));

import type { ResultOf } from 'gql.tada';

import type { areaProfileQuery, areaQuery } from './area-profile.graphql.js';

type Head = ResultOf<typeof areaQuery>;

export type ShownArea = NonNullable<Head['profileArea']>;
export type ShownProfile = NonNullable<ResultOf<typeof areaProfileQuery>['areaProfile']>;
export type ShownAreaHospital = ShownProfile['hospitals'][number];
export type ShownNear = NonNullable<ShownProfile['near']>;

/** The kind of an area with its year, for the line above its name. */
export const LEVEL_WORDS: Readonly<Record<ShownArea['level'], string>> = {
  england: 'The whole country',
  region: 'NHS England region',
  icb: 'Integrated care board (2022)',
  ccg: 'Clinical commissioning group (2018)',
  trust: 'NHS trust (February 2018)',
};

/** Parts of a profile that have an address of their own, in the order of the page. */
export const PROFILE_PARTS = [
  'figures',
  'hospitals',
  'services',
  'need',
  'workforce',
  'standards',
  'readiness',
  'gaps',
  'timeline',
] as const;
export type ProfilePart = (typeof PROFILE_PARTS)[number];

export const isProfilePart = (text: string | undefined): text is ProfilePart =>
  PROFILE_PARTS.some((part) => part === text);

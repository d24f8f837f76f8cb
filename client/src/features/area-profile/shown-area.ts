import type { ResultOf } from 'gql.tada';

import type { areaQuery, areaReleaseQuery } from './area-profile.graphql.js';

type Head = ResultOf<typeof areaQuery>;

export type ShownArea = NonNullable<Head['area']>;
export type ShownAreaRelease = NonNullable<ResultOf<typeof areaReleaseQuery>['release']>;
export type ShownAreaHospital = ShownAreaRelease['hospitals'][number];
export type ShownSite = Head['earlyImplementers']['sites'][number];

/** Sourced early-implementer sites that include a CCG of the area; none = not known, never "no". */
export function sitesIn(
  { level, code }: Pick<ShownArea, 'level' | 'code'>,
  ccgs: Head['ccgs'],
  sites: readonly ShownSite[],
): readonly ShownSite[] {
  const within = new Set(
    ccgs
      .filter((ccg) => (level === 'ccg' ? ccg.code : level === 'icb' ? ccg.icbCode : ccg.regionCode) === code)
      .map((ccg) => ccg.code),
  );
  return sites.filter(({ ccgCodes }) => ccgCodes.some((ccg) => within.has(ccg)));
}

/** The kind of an area with its year, for the line above its name. */
export const LEVEL_WORDS: Readonly<Record<ShownArea['level'], string>> = {
  region: 'NHS England region',
  icb: 'Integrated care board (2022)',
  ccg: 'Clinical commissioning group (2018)',
};

import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { ResultOf } from 'gql.tada';

import type { mapRoundsQuery, releasedHospitalsQuery } from './coverage-map.graphql.js';

/** A release as list, map and summary read it. */
export type ShownRelease = NonNullable<ResultOf<typeof releasedHospitalsQuery>['release']>;
/** One hospital of a release. */
export type ReleasedHospital = ShownRelease['hospitals'][number];
/** A round that can be chosen. */
export type MapRound = ResultOf<typeof mapRoundsQuery>['rounds'][number];

const IN_REACH: ReadonlySet<LadderCode> = new Set<LadderCode>(['G4', 'G3', 'G2', 'GU', 'GP']);
const REPORTED_ABSENT: ReadonlySet<LadderCode> = new Set<LadderCode>(['G0', 'G1', 'G01']);
const SILENT: ReadonlySet<LadderCode> = new Set<LadderCode>(['NP', 'NR']);

/** In-reach is reported (methods C2), whatever its quality. */
export const hasInReach = (code: LadderCode): boolean => IN_REACH.has(code);

/**
 * No in-reach is reported. Holds G0 as well: where IAPT is reported not to treat MUS/LTC at all there is nothing
 * that could come in.
 */
export const hasNoInReachReported = (code: LadderCode): boolean => REPORTED_ABSENT.has(code);

/**
 * The hospital answered, and the release says so by name: not NR, and not NP, which also stands for a hospital that
 * answered without agreeing to be named. Hospitals in conflict answered.
 */
export const hasAnswered = (code: LadderCode): boolean => !SILENT.has(code);

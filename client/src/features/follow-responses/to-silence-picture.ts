import { countOf } from '../../lib/format.js';
import type { MapPoint } from '../../map/to-clusters.js';
import type { ShownCall } from './follow-responses.graphql.js';

/** The silent hospitals as marks, in the order of the list of calls. */
export const toSilencePoints = (calls: readonly ShownCall[]): readonly MapPoint[] =>
  calls.map(({ odsCode, name, latitude, longitude, rank }) => ({
    id: odsCode,
    latitude,
    longitude,
    code: 'NR',
    accessibleName: `${name}: silent, number ${rank} to ring`,
    noInReachReported: false,
  }));

/** The name of a mark that stands for several silent hospitals. */
export const silentGroupName = (members: readonly MapPoint[]): string =>
  countOf(members.length, 'silent hospital');

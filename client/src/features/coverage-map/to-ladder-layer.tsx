import { roundAttribution } from '@liaison-atlas/shared/publication/attribution';
import type { ReactNode } from 'react';

import type { LayerPicture } from './layers/layer-picture.js';
import type { ReleasedHospital, ShownRelease } from './released-hospital.js';
import { inReachGroupName } from '../../map/to-clusters.js';
import { publishedGroupName, toAnnouncement, toLegend, toMapPoints } from './to-map-picture.js';

/** The layer that stands first: hospitals by what is reported of them. @param table the list of the same hospitals */
export function toLadderLayer(
  { round }: Pick<ShownRelease, 'round'>,
  hospitals: readonly ReleasedHospital[],
  table: ReactNode,
): LayerPicture {
  return {
    points: toMapPoints(hospitals, round.kind),
    groupName: round.kind === 'published_facts' ? publishedGroupName : inReachGroupName,
    areas: null,
    legend: toLegend(hospitals),
    announcement: toAnnouncement(hospitals, round.kind),
    note: roundAttribution(round.kind),
    table,
  };
}

import Supercluster from 'supercluster';

import { countOf } from '../lib/format.js';
import type { MapMark } from './map-mark.js';
import { toPixels, toPlace } from './projection.js';

/** A hospital as the map needs it; the order of a list of these is the order of the list beside the map. */
export interface MapPoint {
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly code: MapMark;
  /** Name and report in words: "Royal Oldham Hospital: IAPT in-reach, partly integrated". */
  readonly accessibleName: string;
  readonly noInReachReported: boolean;
  /** Never part of a group, however far the map is: a report that is rare in its round must be seen at once. */
  readonly standsAlone?: boolean;
}

/** One mark on the map: a single hospital or a group that would overlap at this zoom level. */
export interface MapCluster {
  /** ODS codes of the members in list order; one for a single hospital. */
  readonly members: readonly string[];
  readonly longitude: number;
  readonly latitude: number;
  readonly accessibleName: string;
  readonly code: MapMark;
  /** The zoom level at which the group falls apart. */
  readonly expansionZoom: number;
}

/** Pixels between marks below which they are grouped: a mark of 32 with room for its focus ring. */
const RADIUS = 44;
/** From this zoom level on every hospital stands alone. */
const LAST_CLUSTERED_ZOOM = 11;

/**
 * Groups hospitals for a zoom level so that every mark keeps its target size. Every point is in exactly one cluster;
 * clusters come in the order of their first member in the list.
 * @param groupName what a group of two or more is called.
 */
export function toClusters(
  points: readonly MapPoint[],
  zoom: number,
  groupName: GroupName = inReachGroupName,
): readonly MapCluster[] {
  const index = new Supercluster<{ at: number }>({
    radius: RADIUS,
    extent: 256,
    maxZoom: LAST_CLUSTERED_ZOOM,
  });
  index.load(
    points.flatMap(({ longitude, latitude, standsAlone }, at) =>
      standsAlone
        ? []
        : [
            {
              type: 'Feature',
              properties: { at },
              geometry: { type: 'Point', coordinates: [longitude, latitude] },
            },
          ],
    ),
  );
  const alone = points.flatMap((point, first) =>
    point.standsAlone ? [{ first, cluster: singleCluster(point, zoom) }] : [],
  );
  const grouped = index
    .getClusters([-180, -85, 180, 85], Math.round(zoom))
    .map((feature) => {
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      const { properties } = feature;
      const clusterId = 'cluster_id' in properties ? properties.cluster_id : null;
      const leaves =
        clusterId === null
          ? [properties]
          : index.getLeaves(clusterId, Infinity).map((leaf) => leaf.properties);
      const order = leaves.map(({ at }) => at as number).sort((a, b) => a - b);
      const members = order.map((at) => points[at]).filter((point) => point !== undefined);
      return {
        first: order[0] ?? 0,
        cluster: {
          members: members.map(({ id }) => id),
          longitude,
          latitude,
          accessibleName: members.length === 1 ? (members[0]?.accessibleName ?? '') : groupName(members),
          code: members[0]?.code ?? 'NR',
          expansionZoom: clusterId === null ? zoom : index.getClusterExpansionZoom(clusterId),
        } satisfies MapCluster,
      };
    })
    .map(({ first, cluster }) => ({
      first,
      cluster: clearOf(
        cluster,
        alone.map((one) => one.cluster),
        zoom,
      ),
    }));
  return [...alone, ...grouped].sort((a, b) => a.first - b.first).map(({ cluster }) => cluster);
}

const singleCluster = (point: MapPoint, zoom: number): MapCluster => ({
  members: [point.id],
  longitude: point.longitude,
  latitude: point.latitude,
  accessibleName: point.accessibleName,
  code: point.code,
  expansionZoom: zoom,
});

/** Pixels a group keeps from a mark that stands alone: half of either, and a little air. */
const CLEARANCE = 34;

/** Moves a group, whose place is a mean anyway, off a mark that it would cover. A single hospital stays in its place. */
function clearOf(cluster: MapCluster, alone: readonly MapCluster[], zoom: number): MapCluster {
  if (cluster.members.length === 1) return cluster;
  const here = toPixels(cluster, zoom);
  const near = alone
    .map((one) => toPixels(one, zoom))
    .find(({ x, y }) => Math.hypot(here.x - x, here.y - y) < CLEARANCE);
  if (!near) return cluster;
  const [dx, dy] = [here.x - near.x, here.y - near.y];
  const distance = Math.hypot(dx, dy);
  const [right, down] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
  return { ...cluster, ...toPlace(near.x + right * CLEARANCE, near.y + down * CLEARANCE, zoom) };
}

/** The name of a mark that stands for several hospitals. */
export type GroupName = (members: readonly MapPoint[]) => string;

/** What a group of hospitals is called: how many there are, and of how many no in-reach is reported. */
export function inReachGroupName(members: readonly MapPoint[]): string {
  const without = members.filter(({ noInReachReported }) => noInReachReported).length;
  return `${countOf(members.length, 'hospital')}, ${without} where no in-reach is reported`;
}

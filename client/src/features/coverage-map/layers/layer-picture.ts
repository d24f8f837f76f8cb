import type { ReactNode } from 'react';

import type { AreaPaint } from '../../../map/area-paint.js';
import type { BoundaryLevel } from '../../../map/boundaries.js';
import type { MapMark } from '../../../map/map-mark.js';
import type { GroupName, MapPoint } from '../../../map/to-clusters.js';

/** A line of a legend: a mark or a filling, what it means, and how many rows of the table it stands for. */
export type LayerLegend = { readonly text: string; readonly count: number } & (
  { readonly code: MapMark } | { readonly fill: string; readonly label: string }
);

/** What one layer shows: on the map, in the legend, and as the table that says the same. */
export interface LayerPicture {
  /** Marks in the order of the table. */
  readonly points: readonly MapPoint[];
  readonly groupName: GroupName;
  /** The areas that the layer fills by itself; null = the visitor's choice of boundaries and shading stands. */
  readonly areas: { readonly level: BoundaryLevel; readonly paints: ReadonlyMap<string, AreaPaint> } | null;
  readonly legend: readonly LayerLegend[];
  /** The sentence that is announced when the layer or its filters change. */
  readonly announcement: string;
  /** What to know before reading it; also under the picture. */
  readonly note: string;
  /** The rows of the marks and of everything that has no place on the map. */
  readonly table: ReactNode;
}

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Level of areas the map can draw. */
export type BoundaryLevel = 'region' | 'icb' | 'ccg';

/** One area: its ODS code and name. */
export interface BoundaryArea {
  readonly code: string;
  readonly name: string;
  readonly feature: Feature<Polygon | MultiPolygon>;
}

const FILES: Readonly<Record<BoundaryLevel, string>> = {
  region: '/boundaries/regions.topo.json',
  icb: '/boundaries/icb-2022.topo.json',
  ccg: '/boundaries/ccg-2018.topo.json',
};

type AreaTopology = Topology<{ areas: GeometryCollection<{ name: string }> }>;

const loaded = new Map<BoundaryLevel, Promise<readonly BoundaryArea[]>>();

/**
 * The areas of a level, fetched once from this site's own files.
 * @throws Error when the file cannot be fetched; the next call tries again.
 */
export function loadBoundaries(level: BoundaryLevel): Promise<readonly BoundaryArea[]> {
  const known = loaded.get(level);
  if (known) return known;
  const loading = fetchAreas(level);
  loaded.set(level, loading);
  loading.catch(() => loaded.delete(level));
  return loading;
}

async function fetchAreas(level: BoundaryLevel): Promise<readonly BoundaryArea[]> {
  const response = await fetch(FILES[level]);
  if (!response.ok) throw new Error(`boundaries answered ${response.status}`);
  return toAreas((await response.json()) as AreaTopology);
}

/** Areas of a topology whose geometries carry their ODS code as id and their name as a property. */
export function toAreas(topology: AreaTopology): readonly BoundaryArea[] {
  const collection: FeatureCollection = feature(topology, topology.objects.areas);
  return collection.features.flatMap((area) =>
    area.geometry.type === 'Polygon' || area.geometry.type === 'MultiPolygon'
      ? [
          {
            code: String(area.id ?? ''),
            name: String(area.properties?.['name'] ?? ''),
            feature: area as Feature<Polygon | MultiPolygon>,
          },
        ]
      : [],
  );
}

import { REFERENCE_ATTRIBUTION } from './attribution.js';
import type { GeoArea, GeoFeature, GeoMultiPolygon } from './geo-json.js';

/** An early-implementer area that a source names. '' = the source does not say. */
export interface SourcedProgrammeSite {
  readonly id: string;
  readonly programme: string;
  readonly wave: number;
  readonly name: string;
  readonly ccgNames: string;
  /** CCG codes of April 2018, which are those of the boundaries; empty = the source names no CCG. */
  readonly ccgCodes: readonly string[];
  readonly conditions: string;
  readonly leadProvider: string;
  readonly source: string;
  readonly confidence: string;
  readonly notes: string;
}

/** A wave of the programme: how many areas it had, and how many of them a source that we read names. */
export interface SourcedWave {
  readonly programme: string;
  readonly wave: number;
  readonly label: string;
  readonly total: number;
  readonly sourced: number;
}

/** The body of `GET /open/v1/early-implementers.geojson`. */
export interface EarlyImplementersGeoJson {
  readonly type: 'FeatureCollection';
  readonly waves: readonly SourcedWave[];
  readonly totalsSource: string;
  /** That an area is missing here says nothing about it. */
  readonly note: string;
  readonly attribution: string;
  readonly features: readonly GeoFeature<GeoMultiPolygon | null, SourcedProgrammeSite>[];
}

/**
 * Early implementers as areas made of their CCGs, never as pins. A site whose CCGs the source does not name, or of
 * whose CCGs one has no boundary in `boundaries`, is unlocated (`geometry` null): part of an area would be a guess.
 * @param boundaries polygon by CCG code of April 2018
 */
export function toEarlyImplementersGeoJson(
  programme: {
    readonly waves: readonly SourcedWave[];
    readonly sites: readonly SourcedProgrammeSite[];
    readonly totalsSource: string;
  },
  boundaries: ReadonlyMap<string, GeoArea>,
): EarlyImplementersGeoJson {
  const total = programme.waves.reduce((sum, wave) => sum + wave.total, 0);
  const sourced = programme.waves.reduce((sum, wave) => sum + wave.sourced, 0);
  return {
    type: 'FeatureCollection',
    waves: programme.waves.map(({ programme: name, wave, label, total: size, sourced: named }) => ({
      programme: name,
      wave,
      label,
      total: size,
      sourced: named,
    })),
    totalsSource: programme.totalsSource,
    note:
      `${sourced} of ${total} early-implementer areas are sourced. ` +
      'Whether any other area was one is not known; its absence here is not a "no".',
    attribution: REFERENCE_ATTRIBUTION,
    features: programme.sites.map((site) => ({
      type: 'Feature',
      id: site.id,
      geometry: areaOf(site.ccgCodes, boundaries),
      properties: {
        id: site.id,
        programme: site.programme,
        wave: site.wave,
        name: site.name,
        ccgNames: site.ccgNames,
        ccgCodes: site.ccgCodes,
        conditions: site.conditions,
        leadProvider: site.leadProvider,
        source: site.source,
        confidence: site.confidence,
        notes: site.notes,
      },
    })),
  };
}

function areaOf(codes: readonly string[], boundaries: ReadonlyMap<string, GeoArea>): GeoMultiPolygon | null {
  const areas = codes.map((code) => boundaries.get(code));
  if (areas.length === 0 || areas.some((area) => area === undefined)) return null;
  const polygons = areas.flatMap((area) =>
    area === undefined ? [] : area.type === 'Polygon' ? [area.coordinates] : area.coordinates,
  );
  return { type: 'MultiPolygon', coordinates: polygons };
}

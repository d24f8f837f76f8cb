/**
 * The part of RFC 7946 that the open data uses: WGS 84, longitude before latitude, no `crs` member, no name of an
 * own member that the standard gives another meaning. Kept here because `shared` has no dependencies.
 */
export interface GeoPoint {
  readonly type: 'Point';
  /** Longitude, latitude: in this order. */
  readonly coordinates: readonly [number, number];
}

export interface GeoPolygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly (readonly (readonly number[])[])[];
}

export interface GeoMultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
}

export type GeoArea = GeoPolygon | GeoMultiPolygon;

/** `geometry` null is RFC 7946's "unlocated": the thing exists and where it lies is not known. */
export interface GeoFeature<Geometry, Properties> {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Properties;
}

/** The point of a place given as latitude and longitude; the only spot where the order is turned. */
export const geoPoint = (place: { readonly latitude: number; readonly longitude: number }): GeoPoint => ({
  type: 'Point',
  coordinates: [place.longitude, place.latitude],
});

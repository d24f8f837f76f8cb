/** Centre and zoom level of the map as the address keeps them. */
export interface MapView {
  readonly latitude: number;
  readonly longitude: number;
  readonly zoom: number;
}

/** Whether two views are the same for the eye; the address keeps three decimals. */
export const isSameView = (one: MapView, other: MapView): boolean =>
  one.zoom === other.zoom &&
  Math.abs(one.latitude - other.latitude) < 0.001 &&
  Math.abs(one.longitude - other.longitude) < 0.001;

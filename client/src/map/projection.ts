import type { MapView } from './map-view.js';

/** Web Mercator as the map draws it: 256 pixels for the world at zoom 0. */
export function toPixels(place: Pick<MapView, 'latitude' | 'longitude'>, zoom: number) {
  const size = 256 * 2 ** zoom;
  const sine = Math.sin((place.latitude * Math.PI) / 180);
  return {
    x: ((place.longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

/** The place at a pixel: the way back. */
export function toPlace(x: number, y: number, zoom: number): Pick<MapView, 'latitude' | 'longitude'> {
  const size = 256 * 2 ** zoom;
  return {
    longitude: (x / size) * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI,
  };
}

/** Pixels of a kilometre at a latitude: a circle of the map is as wide as it looks there. */
export const pixelsOfKm = (latitude: number, zoom: number): number =>
  (256 * 2 ** zoom) / (40_075.017 * Math.cos((latitude * Math.PI) / 180));

/** Where places lie in a picture of so many pixels around the centre of a view. */
export function projectionOf(view: MapView, width: number, height: number) {
  const centre = toPixels(view, view.zoom);
  return (latitude: number, longitude: number) => {
    const { x, y } = toPixels({ latitude, longitude }, view.zoom);
    return { x: x - centre.x + width / 2, y: y - centre.y + height / 2 };
  };
}

import L from 'leaflet';

import { MAP_COLOURS } from './map-colours.js';

/** A straight-line catchment: so many kilometres around a hospital. */
export interface MapCircle {
  readonly latitude: number;
  readonly longitude: number;
  readonly km: number;
  /** True where it is not known whether the hospital counts: a broken line, and no filling. */
  readonly maybe: boolean;
}

/** Draws circles under the marks, on one canvas however many there are, and gives a function that takes them away. */
export function addCircles(map: L.Map, circles: readonly MapCircle[]): () => void {
  if (circles.length === 0) return () => undefined;
  const renderer = L.canvas({ padding: 0.3 });
  const layer = L.layerGroup(
    circles.map(({ latitude, longitude, km, maybe }) =>
      L.circle([latitude, longitude], {
        renderer,
        interactive: false,
        radius: km * 1000,
        color: maybe ? MAP_COLOURS.boundary : MAP_COLOURS.catchment,
        weight: maybe ? 1 : 2,
        fill: !maybe,
        fillOpacity: 0.15,
        ...(maybe && { dashArray: '5 4' }),
      }),
    ),
  ).addTo(map);
  return () => {
    layer.remove();
    renderer.remove();
  };
}

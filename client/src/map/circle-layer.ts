import L from 'leaflet';

import type { MapCircle } from './map-circle.js';
import { MAP_COLOURS } from './map-colours.js';

/** Over the areas, which are opaque, and under the marks. */
const PANE = 'catchments';

/** Draws circles under the marks, on one canvas however many there are, and gives a function that takes them away. */
export function addCircles(map: L.Map, circles: readonly MapCircle[]): () => void {
  if (circles.length === 0) return () => undefined;
  if (!map.getPane(PANE)) {
    const made = map.createPane(PANE);
    made.style.zIndex = '450';
    made.style.pointerEvents = 'none';
  }
  const renderer = L.canvas({ padding: 0.3, pane: PANE });
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

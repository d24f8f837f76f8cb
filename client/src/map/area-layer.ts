import L from 'leaflet';

import { type AreaPaint, LABEL_ZOOM } from './area-paint.js';
import type { BoundaryArea } from './boundaries.js';
import { MAP_COLOURS } from './map-colours.js';
import { spreadLabels } from './spread-labels.js';

const HATCH = 'la-map-hatch';

/** Draws the areas and gives a function that takes them away again. Areas take neither focus nor clicks. */
export function addAreas(
  map: L.Map,
  areas: readonly BoundaryArea[],
  paints: ReadonlyMap<string, AreaPaint>,
): () => void {
  const layers = areas.map(({ code, feature }) => {
    const paint = paints.get(code);
    const style: L.PathOptions = {
      color: MAP_COLOURS.boundary,
      weight: 1,
      fillColor: paint?.hatched ? `url(#${HATCH})` : (paint?.fill ?? MAP_COLOURS.land),
      fillOpacity: 1,
    };
    return L.geoJSON(feature, { interactive: false, style }).addTo(map);
  });
  addHatch(map);

  const labels = L.layerGroup().addTo(map);
  const showLabels = () => {
    labels.clearLayers();
    const near = map.getZoom() >= LABEL_ZOOM;
    const wanted = areas.flatMap(({ code, feature }) => {
      const paint = paints.get(code);
      if (paint === undefined || paint.label === '' || !(near || paint.always)) return [];
      const at = L.geoJSON(feature).getBounds().getCenter();
      const { x, y } = map.project(at);
      return [{ at, text: paint.label, x, y }];
    });
    for (const { at, text } of spreadLabels(wanted)) labels.addLayer(toLabel(at, text));
  };
  map.on('zoomend', showLabels);
  showLabels();
  return () => {
    map.off('zoomend', showLabels);
    labels.remove();
    for (const layer of layers) layer.remove();
  };
}

function toLabel(at: L.LatLng, text: string): L.Marker {
  const element = document.createElement('span');
  element.textContent = text;
  element.setAttribute('aria-hidden', 'true');
  const icon = L.divIcon({ html: element, className: 'la-map-label', iconSize: [120, 24] });
  return L.marker(at, { icon, interactive: false, keyboard: false });
}

/** Puts the hatch into the drawing of the areas, once. */
function addHatch(map: L.Map): void {
  const drawing = map.getPane('overlayPane')?.querySelector('svg');
  if (!drawing || drawing.querySelector(`#${HATCH}`)) return;
  const create = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const pattern = create('pattern', { id: HATCH, width: '8', height: '8', patternUnits: 'userSpaceOnUse' });
  pattern.append(
    create('rect', { width: '8', height: '8', fill: MAP_COLOURS.land }),
    create('path', { d: 'M0 8L8 0', stroke: MAP_COLOURS.boundary, 'stroke-width': '1' }),
  );
  const definitions = create('defs', {});
  definitions.append(pattern);
  drawing.prepend(definitions);
}

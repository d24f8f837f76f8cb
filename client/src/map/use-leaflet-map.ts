import 'leaflet/dist/leaflet.css';

import L from 'leaflet';
import { type RefObject, useEffect, useState } from 'react';

import type { MapView } from './map-view.js';

/** All of England. */
export const ENGLAND = L.latLngBounds([49.85, -6.4], [55.85, 1.8]);
export const LEAST_ZOOM = 5;
export const MOST_ZOOM = 12;

/** Whether the visitor asked for less movement. */
export const wantsLessMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * A Leaflet map inside an element for as long as the component lives; null until it stands. No controls of
 * Leaflet's own: zoom and pan buttons stand outside the canvas, and no link leads to another site.
 * The view is taken once, when the map is made.
 */
export function useLeafletMap(container: RefObject<HTMLElement | null>, view: MapView | null): L.Map | null {
  const [map, setMap] = useState<L.Map | null>(null);

  useEffect(() => {
    if (!container.current) return;
    const moves = !wantsLessMotion();
    const made = L.map(container.current, {
      attributionControl: false,
      zoomControl: false,
      minZoom: LEAST_ZOOM,
      maxZoom: MOST_ZOOM,
      maxBounds: ENGLAND.pad(0.4),
      scrollWheelZoom: 'center',
      // The watcher below follows the element; the window's own event also comes when a page is printed.
      trackResize: false,
      zoomAnimation: moves,
      fadeAnimation: moves,
      markerZoomAnimation: moves,
      inertia: moves,
    });
    if (view) made.setView([view.latitude, view.longitude], view.zoom, { animate: false });
    else made.fitBounds(ENGLAND, { animate: false });
    const element = container.current;
    const watcher = new ResizeObserver(() => {
      // On paper the drawing takes the place of the map. Hidden, it keeps its size and view: the drawing is made of them.
      if (element.clientWidth > 0) made.invalidateSize({ animate: false });
    });
    watcher.observe(element);
    setMap(made);
    return () => {
      watcher.disconnect();
      made.remove();
      setMap(null);
    };
    // The view in the address follows the map, not the other way round.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [container]);

  return map;
}

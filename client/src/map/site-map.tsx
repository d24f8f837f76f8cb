import './site-map.scss';

import {
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';

import { addAreas } from './area-layer.js';
import type { AreaPaint } from './area-paint.js';
import { type BoundaryArea, type BoundaryLevel, loadBoundaries } from './boundaries.js';
import { addCircles } from './circle-layer.js';
import type { MapCircle } from './map-circle.js';
import { DrawingView } from './drawing-view.js';
import { MapControls, type MapMove } from './map-controls.js';
import { MapFiles } from './map-files.js';
import { isSameView, type MapView } from './map-view.js';
import { MarkerLayer } from './marker-layer.js';
import { type PictureLegend, toDrawing } from './to-drawing.js';
import { type GroupName, type MapPoint, toClusters } from './to-clusters.js';
import { ENGLAND, useLeafletMap, wantsLessMotion } from './use-leaflet-map.js';
import { usePrinting } from './use-printing.js';

/** What the page around the map can ask of it. */
export interface SiteMapHandle {
  /** Puts the focus back on a hospital's mark. */
  readonly focusMark: (id: string) => void;
}

interface SiteMapProps {
  /** Heading of the picture and name of the map for screen readers, made from the state of the page. */
  readonly title: string;
  readonly points: readonly MapPoint[];
  readonly level: BoundaryLevel;
  readonly paints: ReadonlyMap<string, AreaPaint>;
  readonly selectedId: string;
  /** Where the map starts; null = all of England. */
  readonly startView: MapView | null;
  readonly synthetic: boolean;
  /** Name of a file of the picture. */
  readonly fileName: (extension: 'png' | 'svg') => string;
  readonly legend: readonly PictureLegend[];
  readonly notes: readonly string[];
  /** Straight-line catchments under the marks. */
  readonly circles?: readonly MapCircle[];
  /** The view of another map, to which this one moves; null = it stays where it is. */
  readonly follow?: MapView | null;
  readonly onView?: (view: MapView) => void;
  readonly onSelect?: (id: string) => void;
  /** A group was opened: its members, and the view the map moved to, for one change of the address. */
  readonly onGroup?: (ids: readonly string[]) => void;
  /** What a group of hospitals is called; a function that stays the same. */
  readonly groupName?: GroupName;
  readonly ref?: Ref<SiteMapHandle>;
}

const NO_AREAS: readonly BoundaryArea[] = [];
const NO_CIRCLES: readonly MapCircle[] = [];
const PAN = 120;

/** The map: bundled areas, marks as buttons, controls under it. Everything it shows stands in the list as well. */
export function SiteMap(props: SiteMapProps) {
  const { title, points, level, paints, selectedId, startView, synthetic, fileName, legend, notes } = props;
  const { onView, onSelect, onGroup, groupName, ref, circles = NO_CIRCLES, follow = null } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useLeafletMap(container, startView);
  const layer = useRef<MarkerLayer | null>(null);
  const latest = useRef({ onView, onSelect, onGroup });
  const [movedZoom, setMovedZoom] = useState<number | null>(null);
  const [areas, setAreas] = useState(NO_AREAS);
  const [failure, setFailure] = useState('');
  const following = useRef(false);
  const printing = usePrinting();
  const hint = useId();
  const zoom = movedZoom ?? map?.getZoom() ?? 6;
  const clusters = useMemo(() => toClusters(points, zoom, groupName), [points, zoom, groupName]);
  const animate = !wantsLessMotion();

  useEffect(() => {
    latest.current = { onView, onSelect, onGroup };
  });

  useEffect(() => {
    let current = true;
    loadBoundaries(level).then(
      (found) => current && setAreas(found),
      () => current && setFailure('The boundaries could not be loaded; the marks are still in their places.'),
    );
    return () => {
      current = false;
    };
  }, [level]);

  useEffect(() => {
    if (!map) return;
    const follow = () => {
      const { lat, lng } = map.getCenter();
      setMovedZoom(map.getZoom());
      if (!following.current) latest.current.onView?.({ latitude: lat, longitude: lng, zoom: map.getZoom() });
    };
    map.on('moveend', follow);
    const marks = new MarkerLayer(map, {
      onSelect: (id) => latest.current.onSelect?.(id),
      onCluster: (cluster) => {
        latest.current.onGroup?.(cluster.members);
        map.setView([cluster.latitude, cluster.longitude], cluster.expansionZoom, {
          animate: !wantsLessMotion(),
        });
      },
    });
    layer.current = marks;
    return () => {
      map.off('moveend', follow);
      marks.remove();
      layer.current = null;
    };
  }, [map]);

  useEffect(() => (map ? addAreas(map, areas, paints) : undefined), [map, areas, paints]);
  useEffect(() => (map ? addCircles(map, circles) : undefined), [map, circles]);
  useEffect(() => {
    if (!map || follow === null) return;
    const { lat: latitude, lng: longitude } = map.getCenter();
    if (isSameView({ latitude, longitude, zoom: map.getZoom() }, follow)) return;
    following.current = true;
    map.setView([follow.latitude, follow.longitude], follow.zoom, { animate: false });
    following.current = false;
  }, [map, follow]);
  useEffect(() => layer.current?.show(clusters), [map, clusters]);
  useEffect(() => layer.current?.select(selectedId), [map, clusters, selectedId]);
  useImperativeHandle(ref, () => ({ focusMark: (id) => layer.current?.focus(id) }), []);

  const move = (to: MapMove) => {
    if (!map) return;
    const steps = { north: [0, -PAN], south: [0, PAN], west: [-PAN, 0], east: [PAN, 0] } as const;
    if (to === 'in') map.zoomIn(1, { animate });
    else if (to === 'out') map.zoomOut(1, { animate });
    else if (to === 'england') map.fitBounds(ENGLAND, { animate });
    else map.panBy([...steps[to]], { animate });
  };

  /** The picture of the map as it stands now; null while there is none. */
  const draw = useCallback(() => {
    if (!map) return null;
    const { x: width, y: height } = map.getSize();
    const { lat: latitude, lng: longitude } = map.getCenter();
    const view = { latitude, longitude, zoom: map.getZoom() };
    return toDrawing({
      title,
      view,
      width,
      height,
      areas,
      paints,
      circles,
      clusters,
      legend,
      notes,
      synthetic,
    });
  }, [map, title, areas, paints, circles, clusters, legend, notes, synthetic]);
  const printed = printing ? draw() : null;

  return (
    <figure className="la-map-figure">
      <p className="nhsuk-u-visually-hidden" id={hint}>
        The list holds everything on this map. On the map, plus and minus zoom and the arrow keys move it.
        Press Tab to reach the hospitals, then the arrow keys to go from one to the next and Enter to open
        one.
      </p>
      <div className={printed ? 'la-map-frame la-no-print' : 'la-map-frame'}>
        <div className="la-map" ref={container} role="region" aria-label={title} aria-describedby={hint} />
        {synthetic && (
          <div className="la-map-stamp" aria-hidden="true">
            <span className="la-map-stamp__corner">SYNTHETIC – not answers of hospitals</span>
            <span className="la-map-stamp__word">SYNTHETIC</span>
          </div>
        )}
      </div>
      {printed && <DrawingView drawing={printed} />}
      <MapControls onMove={move}>
        <MapFiles draw={draw} fileName={fileName} />
      </MapControls>
      {failure && <p role="alert">{failure}</p>}
      <figcaption className={printed ? 'la-source la-no-print' : 'la-source'}>
        {notes.map((note) => (
          <span key={note}>{note} </span>
        ))}
      </figcaption>
    </figure>
  );
}

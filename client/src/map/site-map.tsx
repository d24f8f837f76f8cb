import './site-map.scss';

import { type Ref, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';

import { type AreaPaint, addAreas } from './area-layer.js';
import { type BoundaryArea, type BoundaryLevel, loadBoundaries } from './boundaries.js';
import { drawMapPng, type PictureLegend } from './draw-map-png.js';
import { MapControls, type MapMove } from './map-controls.js';
import { MarkerLayer } from './marker-layer.js';
import { saveFile } from './save-file.js';
import { type GroupName, type MapPoint, toClusters } from './to-clusters.js';
import { ENGLAND, type MapView, useLeafletMap, wantsLessMotion } from './use-leaflet-map.js';

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
  readonly fileName: string;
  readonly legend: readonly PictureLegend[];
  readonly notes: readonly string[];
  readonly onView?: (view: MapView) => void;
  readonly onSelect?: (id: string) => void;
  /** A group was opened: its members, and the view the map moved to, for one change of the address. */
  readonly onGroup?: (ids: readonly string[]) => void;
  /** What a group of hospitals is called; a function that stays the same. */
  readonly groupName?: GroupName;
  readonly ref?: Ref<SiteMapHandle>;
}

const NO_AREAS: readonly BoundaryArea[] = [];
const PAN = 120;

/** The map: bundled areas, marks as buttons, controls under it. Everything it shows stands in the list as well. */
export function SiteMap(props: SiteMapProps) {
  const { title, points, level, paints, selectedId, startView, synthetic, fileName, legend, notes } = props;
  const { onView, onSelect, onGroup, groupName, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const map = useLeafletMap(container, startView);
  const layer = useRef<MarkerLayer | null>(null);
  const latest = useRef({ onView, onSelect, onGroup });
  const [movedZoom, setMovedZoom] = useState<number | null>(null);
  const [areas, setAreas] = useState(NO_AREAS);
  const [failure, setFailure] = useState('');
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
      latest.current.onView?.({ latitude: lat, longitude: lng, zoom: map.getZoom() });
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

  const download = async () => {
    if (!map) return;
    const { x: width, y: height } = map.getSize();
    const project = (latitude: number, longitude: number) =>
      map.latLngToContainerPoint([latitude, longitude]);
    try {
      saveFile(
        await drawMapPng({
          title,
          width,
          height,
          project,
          areas,
          paints,
          clusters,
          legend,
          notes,
          synthetic,
        }),
        fileName,
      );
      setFailure('');
    } catch {
      setFailure('The picture could not be made in this browser. Print the page instead.');
    }
  };

  return (
    <figure className="la-map-figure">
      <p className="nhsuk-u-visually-hidden" id={hint}>
        The list holds everything on this map. On the map, plus and minus zoom and the arrow keys move it.
        Press Tab to reach the hospitals, then the arrow keys to go from one to the next and Enter to open
        one.
      </p>
      <div className="la-map-frame">
        <div className="la-map" ref={container} role="region" aria-label={title} aria-describedby={hint} />
        {synthetic && (
          <div className="la-map-stamp" aria-hidden="true">
            <span className="la-map-stamp__corner">SYNTHETIC – not answers of hospitals</span>
            <span className="la-map-stamp__word">SYNTHETIC</span>
          </div>
        )}
      </div>
      <MapControls onMove={move} onDownload={() => void download()} />
      {failure && <p role="status">{failure}</p>}
      <figcaption className="la-source">
        {notes.map((note) => (
          <span key={note}>{note} </span>
        ))}
      </figcaption>
    </figure>
  );
}

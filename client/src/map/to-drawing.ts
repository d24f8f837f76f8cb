import type { MultiPolygon, Polygon } from 'geojson';

import { type AreaPaint, LABEL_ZOOM } from './area-paint.js';
import type { BoundaryArea } from './boundaries.js';
import { type Drawing, type DrawnPath, type DrawnText, HATCH_FILL, type Piece } from './drawing.js';
import { MAP_COLOURS } from './map-colours.js';
import type { MapCircle } from './map-circle.js';
import type { MapMark } from './map-mark.js';
import type { MapView } from './map-view.js';
import { toMarkPieces } from './mark-pieces.js';
import { pixelsOfKm, projectionOf } from './projection.js';
import type { MapCluster } from './to-clusters.js';
import { spreadLabels } from './spread-labels.js';
import { toTextLines } from './to-text-lines.js';

/** One line of the picture's legend: a mark, or the filling of areas. The text holds the count where there is one. */
export type PictureLegend = { readonly text: string } & (
  { readonly code: MapMark } | { readonly fill: string; readonly hatched: boolean; readonly label?: string }
);

/** What a picture of the map is made from. */
export interface Picture {
  readonly title: string;
  readonly view: MapView;
  /** Pixels of the map itself. */
  readonly width: number;
  readonly height: number;
  readonly areas: readonly BoundaryArea[];
  readonly paints: ReadonlyMap<string, AreaPaint>;
  readonly circles: readonly MapCircle[];
  readonly clusters: readonly MapCluster[];
  readonly legend: readonly PictureLegend[];
  /** Source, date, round and licence, a paragraph each. */
  readonly notes: readonly string[];
  readonly synthetic: boolean;
}

const LINE = 24;
const MARGIN = 16;
/** Widest that a letter of a size is on average; a line breaks rather early than late. */
const LETTER = 0.54;

/**
 * The picture of a map with its title, legend, sources and a description in words. A synthetic round has the word
 * SYNTHETIC inside the map, where cropping the edges cannot take it away.
 */
export function toDrawing(picture: Picture): Drawing {
  const { title, width, height, legend, notes, synthetic } = picture;
  const linesOf = (words: string, size: number, indent = 0) =>
    toTextLines(words, (line) => line.length * size * LETTER <= width - 2 * MARGIN - indent);
  const heading = linesOf(title, 20).map((line, at) =>
    text(line, MARGIN, 32 + at * LINE, 20, { bold: true }),
  );
  const top = 24 + heading.length * LINE;

  const below: Piece[] = [];
  let y = top + height + 28;
  for (const entry of legend) {
    below.push(...signOf(entry, MARGIN, y - 17));
    for (const line of linesOf(entry.text, 15, 34)) {
      below.push(text(line, MARGIN + 34, y, 15));
      y += LINE;
    }
  }
  for (const line of notes.flatMap((note) => linesOf(note, 13))) {
    below.push(text(line, MARGIN, y, 13));
    y += LINE - 4;
  }
  const inside = [...areaPieces(picture), ...circlePieces(picture), ...markPieces(picture)].map((piece) => ({
    ...piece,
    y: piece.y + top,
  }));
  return {
    title,
    description: describe(picture),
    width,
    height: y + 8,
    map: { top, height },
    pieces: [...heading, ...inside, ...(synthetic ? stamp(width, height, top) : []), ...below],
  };
}

/** What is to be seen, for those who do not see it: the same counts as in the table. */
function describe({ legend, notes, clusters }: Picture): string {
  const marks = clusters.reduce((sum, { members }) => sum + members.length, 0);
  const lines = legend.map((entry) => entry.text).join('; ');
  return [marks > 0 ? `${marks} marks.` : '', lines === '' ? '' : `${lines}.`, ...notes]
    .filter(Boolean)
    .join(' ');
}

const path = (d: string, x: number, y: number, more: Partial<DrawnPath>): DrawnPath => ({
  kind: 'path',
  path: d,
  x,
  y,
  fill: 'none',
  stroke: 'none',
  width: 1,
  dash: [],
  opacity: 1,
  clipped: false,
  ...more,
});

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  more: Partial<DrawnText> = {},
): DrawnText => ({
  kind: 'text',
  text: words,
  x,
  y,
  size,
  bold: false,
  anchor: 'start',
  fill: MAP_COLOURS.text,
  turned: 0,
  opacity: 1,
  clipped: false,
  ...more,
});

const mark = (code: MapMark, x: number, y: number, clipped: boolean): DrawnPath[] =>
  toMarkPieces(code).map((piece) => path(piece.path, x, y, { ...piece, clipped }));

function signOf(entry: PictureLegend, x: number, y: number): readonly Piece[] {
  if ('code' in entry) return mark(entry.code, x, y, false);
  const { fill, hatched, label = '' } = entry;
  const box = path('M2 2h20v20h-20z', x, y, {
    fill: hatched ? HATCH_FILL : fill,
    stroke: MAP_COLOURS.boundary,
    width: 1.5,
  });
  return label === '' ? [box] : [box, text(label, x + 12, y + 17, 13, { bold: true, anchor: 'middle' })];
}

function areaPieces({ areas, paints, view, width, height }: Picture): readonly Piece[] {
  const project = projectionOf(view, width, height);
  const at = ([longitude = 0, latitude = 0]: readonly number[]) => {
    const { x, y } = project(latitude, longitude);
    return [x, y] as const;
  };
  const shapes = areas.map(({ code, feature }) => {
    const paint = paints.get(code);
    const rings = ringsOf(feature.geometry).map(
      (ring) =>
        `M${ring
          .map((point) =>
            at(point)
              .map((value) => value.toFixed(1))
              .join(' '),
          )
          .join('L')}z`,
    );
    return path(rings.join(''), 0, 0, {
      fill: paint?.hatched ? HATCH_FILL : (paint?.fill ?? MAP_COLOURS.land),
      stroke: MAP_COLOURS.boundary,
      clipped: true,
    });
  });
  const wanted = areas.flatMap(({ code, feature }) => {
    const { label = '', always = false } = paints.get(code) ?? {};
    if (label === '' || !(always || view.zoom >= LABEL_ZOOM)) return [];
    const points = ringsOf(feature.geometry).flat().map(at);
    const middle = (axis: 0 | 1) => {
      const values = points.map((point) => point[axis]);
      return (Math.min(...values) + Math.max(...values)) / 2;
    };
    return [{ label, x: middle(0), y: middle(1) }];
  });
  const labels = spreadLabels(wanted).map(({ label, x, y }) =>
    text(label, x, y + 5, 14, { bold: true, anchor: 'middle', clipped: true }),
  );
  return [...shapes, ...labels];
}

const ringsOf = (geometry: Polygon | MultiPolygon): readonly (readonly (readonly number[])[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function circlePieces({ circles, view, width, height }: Picture): readonly DrawnPath[] {
  const project = projectionOf(view, width, height);
  return circles.map(({ latitude, longitude, km, maybe }) => {
    const { x, y } = project(latitude, longitude);
    const radius = km * pixelsOfKm(latitude, view.zoom);
    return path(ring(radius), x, y, {
      fill: maybe ? 'none' : MAP_COLOURS.catchment,
      stroke: maybe ? MAP_COLOURS.boundary : MAP_COLOURS.catchment,
      width: maybe ? 1 : 2,
      dash: maybe ? [5, 4] : [],
      opacity: maybe ? 1 : 0.15,
      clipped: true,
    });
  });
}

const ring = (radius: number): string =>
  `M0 ${-radius}a${radius} ${radius} 0 1 0 0 ${2 * radius}a${radius} ${radius} 0 1 0 0 ${-2 * radius}z`;

function markPieces({ clusters, view, width, height }: Picture): readonly Piece[] {
  const project = projectionOf(view, width, height);
  return clusters.flatMap(({ latitude, longitude, members, code }) => {
    const { x, y } = project(latitude, longitude);
    if (members.length === 1) return mark(code, x - 12, y - 12, true);
    return [
      path(ring(15), x, y, { fill: '#ffffff', stroke: MAP_COLOURS.cluster, width: 3, clipped: true }),
      text(String(members.length), x, y + 5, 14, { bold: true, anchor: 'middle', clipped: true }),
    ];
  });
}

function stamp(width: number, height: number, top: number): readonly Piece[] {
  const size = Math.round(Math.min(width, height) / 6);
  return [
    text('SYNTHETIC', width / 2, top + height / 2, size, {
      bold: true,
      anchor: 'middle',
      fill: MAP_COLOURS.synthetic,
      turned: -30,
      opacity: 0.35,
      clipped: true,
    }),
    path('M0 0h320v30h-320z', 8, top + 8, { fill: MAP_COLOURS.synthetic }),
    text('SYNTHETIC – not answers of hospitals', 16, top + 29, 16, { bold: true, fill: '#ffffff' }),
  ];
}

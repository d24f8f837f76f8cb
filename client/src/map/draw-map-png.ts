import type { LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import type { MultiPolygon, Polygon } from 'geojson';

import type { AreaPaint } from './area-layer.js';
import type { BoundaryArea } from './boundaries.js';
import { MAP_COLOURS } from './map-colours.js';
import { toMarkPieces } from './mark-pieces.js';
import type { MapCluster } from './to-clusters.js';
import { toTextLines } from './to-text-lines.js';

/** One line of the picture's legend: the mark of a code, or the filling of areas. */
export type PictureLegend = { readonly text: string } & (
  { readonly code: LadderCode } | { readonly fill: string; readonly hatched: boolean }
);

interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly project: (latitude: number, longitude: number) => { readonly x: number; readonly y: number };
  readonly areas: readonly BoundaryArea[];
  readonly paints: ReadonlyMap<string, AreaPaint>;
  readonly clusters: readonly MapCluster[];
  readonly legend: readonly PictureLegend[];
  /** Source, date and licence, one line each. */
  readonly notes: readonly string[];
  readonly synthetic: boolean;
}

const SCALE = 2;
const LINE = 26;
const TITLE_FONT = 'bold 20px arial, sans-serif';
const NOTE_FONT = '13px arial, sans-serif';

/**
 * The map as it stands on screen as a PNG with title, legend and source, made in the browser. A synthetic round has
 * the word SYNTHETIC inside the picture, where cropping the edges cannot take it away.
 * @throws Error when the browser cannot make the picture
 */
export async function drawMapPng(picture: Picture): Promise<Blob> {
  const { width, height, legend } = picture;
  const canvas = document.createElement('canvas');
  const measure = canvas.getContext('2d');
  if (!measure) throw new Error('this browser cannot draw pictures');
  const linesOf = (text: string, font: string) => {
    measure.font = font;
    return toTextLines(text, (line) => measure.measureText(line).width <= width - 32);
  };
  const titleLines = linesOf(picture.title, TITLE_FONT);
  const noteLines = picture.notes.flatMap((note) => linesOf(note, NOTE_FONT));
  const head = 24 + titleLines.length * LINE;
  canvas.width = width * SCALE;
  canvas.height = (head + height + 32 + (legend.length + noteLines.length) * LINE) * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw pictures');
  pen.scale(SCALE, SCALE);
  pen.fillStyle = MAP_COLOURS.sea;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  titleLines.forEach((line, at) => write(pen, line, 16, 32 + at * LINE, TITLE_FONT, width - 32));

  pen.save();
  pen.translate(0, head);
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  drawAreas(pen, picture);
  drawMarks(pen, picture);
  if (picture.synthetic) stamp(pen, width, height);
  pen.restore();

  let y = head + height + 28;
  for (const line of legend) {
    pen.save();
    pen.translate(16, y - 17);
    if ('code' in line) drawMark(pen, line.code);
    else drawSwatch(pen, line);
    pen.restore();
    write(pen, line.text, 50, y, '15px arial, sans-serif', width - 66);
    y += LINE;
  }
  for (const line of noteLines) {
    write(pen, line, 16, y, NOTE_FONT, width - 32);
    y += LINE;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))),
      'image/png',
    );
  });
}

function write(
  pen: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  most: number,
): void {
  pen.font = font;
  pen.fillStyle = MAP_COLOURS.text;
  pen.fillText(text, x, y, most);
}

function drawAreas(pen: CanvasRenderingContext2D, { areas, paints, project }: Picture): void {
  const hatch = hatchPattern(pen);
  for (const { code, feature } of areas) {
    const paint = paints.get(code);
    const path = new Path2D();
    for (const ring of ringsOf(feature.geometry)) {
      ring.forEach(([longitude = 0, latitude = 0], at) => {
        const { x, y } = project(latitude, longitude);
        if (at === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      });
      path.closePath();
    }
    pen.fillStyle = paint?.hatched && hatch ? hatch : (paint?.fill ?? MAP_COLOURS.land);
    pen.fill(path, 'evenodd');
    pen.strokeStyle = MAP_COLOURS.boundary;
    pen.lineWidth = 1;
    pen.stroke(path);
  }
}

const ringsOf = (geometry: Polygon | MultiPolygon): readonly (readonly (readonly number[])[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function hatchPattern(pen: CanvasRenderingContext2D): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const ink = tile.getContext('2d');
  if (!ink) return null;
  ink.fillStyle = MAP_COLOURS.land;
  ink.fillRect(0, 0, 8, 8);
  ink.strokeStyle = MAP_COLOURS.boundary;
  ink.beginPath();
  ink.moveTo(0, 8);
  ink.lineTo(8, 0);
  ink.stroke();
  return pen.createPattern(tile, 'repeat');
}

function drawMarks(pen: CanvasRenderingContext2D, { clusters, project }: Picture): void {
  for (const { latitude, longitude, members, code } of clusters) {
    const { x, y } = project(latitude, longitude);
    pen.save();
    if (members.length === 1) {
      pen.translate(x - 12, y - 12);
      drawMark(pen, code);
    } else {
      pen.beginPath();
      pen.arc(x, y, 15, 0, 2 * Math.PI);
      pen.fillStyle = '#ffffff';
      pen.fill();
      pen.strokeStyle = MAP_COLOURS.cluster;
      pen.lineWidth = 3;
      pen.stroke();
      pen.textAlign = 'center';
      write(pen, String(members.length), x, y + 5, 'bold 14px arial, sans-serif', 26);
    }
    pen.restore();
  }
}

function drawSwatch(
  pen: CanvasRenderingContext2D,
  line: { readonly fill: string; readonly hatched: boolean },
): void {
  pen.fillStyle = (line.hatched ? hatchPattern(pen) : null) ?? line.fill;
  pen.fillRect(2, 2, 20, 20);
  pen.strokeStyle = MAP_COLOURS.boundary;
  pen.lineWidth = 1.5;
  pen.strokeRect(2, 2, 20, 20);
}

function drawMark(pen: CanvasRenderingContext2D, code: LadderCode): void {
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const { path, fill, stroke, width, dash } of toMarkPieces(code)) {
    const shape = new Path2D(path);
    if (fill !== 'none') {
      pen.fillStyle = fill;
      pen.fill(shape);
    }
    if (stroke !== 'none') {
      pen.strokeStyle = stroke;
      pen.lineWidth = width;
      pen.setLineDash([...dash]);
      pen.stroke(shape);
    }
  }
  pen.setLineDash([]);
}

function stamp(pen: CanvasRenderingContext2D, width: number, height: number): void {
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.PI / 6);
  pen.textAlign = 'center';
  pen.fillStyle = MAP_COLOURS.synthetic;
  pen.globalAlpha = 0.35;
  pen.font = `bold ${Math.round(Math.min(width, height) / 6)}px arial, sans-serif`;
  pen.fillText('SYNTHETIC', 0, 0);
  pen.restore();
  pen.save();
  pen.fillStyle = MAP_COLOURS.synthetic;
  pen.fillRect(8, 8, 320, 30);
  pen.fillStyle = '#ffffff';
  pen.font = 'bold 16px arial, sans-serif';
  pen.fillText('SYNTHETIC – not answers of hospitals', 16, 29, 304);
  pen.restore();
}

import { escapeMarkup, svgHead, toPngBlob } from '../lib/picture-files.js';
import { type Drawing, DRAWING_FONT, HATCH_FILL, type Piece, runsOf } from './drawing.js';
import { MAP_COLOURS } from './map-colours.js';

/** The drawing as a file of its own, with title and description; it needs no style sheet and no script. */
export function toSvgText(drawing: Drawing): string {
  const { width, height, map, pieces } = drawing;
  return [
    ...svgHead(drawing),
    '<defs>',
    `<clipPath id="map"><rect y="${map.top}" width="${width}" height="${map.height}"/></clipPath>`,
    `<pattern id="${HATCH_FILL}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${MAP_COLOURS.land}"/><path d="M0 8L8 0" stroke="${MAP_COLOURS.boundary}"/></pattern>`,
    '</defs>',
    `<rect width="${width}" height="${height}" fill="${MAP_COLOURS.sea}"/>`,
    // One clip for a run of pieces: a clip for each would slow every program that shows the file.
    ...runsOf(pieces).map(({ clipped, run }) => {
      const inside = run.map(toElement).join('\n');
      return clipped ? `<g clip-path="url(#map)">\n${inside}\n</g>` : inside;
    }),
    '</svg>',
    '',
  ].join('\n');
}

function toElement(piece: Piece): string {
  if (piece.kind === 'text') {
    const { x, y, size, bold, anchor, fill, turned, opacity } = piece;
    const turn = turned === 0 ? '' : ` transform="rotate(${turned} ${x} ${y})"`;
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-family="${DRAWING_FONT}" font-size="${size}" font-weight="${bold ? 700 : 400}" text-anchor="${anchor}" fill="${fill}" opacity="${opacity}"${turn}>${escapeMarkup(piece.text)}</text>`;
  }
  const { x, y, fill, stroke, width, dash, opacity } = piece;
  const move = x === 0 && y === 0 ? '' : ` transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"`;
  const broken = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `<path d="${piece.path}" fill="${fill === HATCH_FILL ? `url(#${HATCH_FILL})` : fill}" fill-opacity="${opacity}" fill-rule="evenodd" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${broken}${move}/>`;
}

/**
 * The drawing as PNG, stroke by stroke as in the SVG.
 * @throws Error when the browser cannot make the picture
 */
export const toPng = (drawing: Drawing): Promise<Blob> =>
  toPngBlob(drawing, MAP_COLOURS.sea, (pen) => {
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    const hatch = hatchOf(pen);
    for (const { clipped, run } of runsOf(drawing.pieces)) {
      pen.save();
      if (clipped) {
        pen.beginPath();
        pen.rect(0, drawing.map.top, drawing.width, drawing.map.height);
        pen.clip();
      }
      for (const piece of run) draw(pen, piece, hatch);
      pen.restore();
    }
  });

function draw(pen: CanvasRenderingContext2D, piece: Piece, hatch: CanvasPattern | null): void {
  pen.save();
  pen.translate(piece.x, piece.y);
  if (piece.kind === 'text') {
    pen.rotate((piece.turned * Math.PI) / 180);
    pen.globalAlpha = piece.opacity;
    pen.font = `${piece.bold ? 'bold ' : ''}${piece.size}px ${DRAWING_FONT}`;
    pen.textAlign = piece.anchor === 'middle' ? 'center' : 'start';
    pen.fillStyle = piece.fill;
    pen.fillText(piece.text, 0, 0);
  } else {
    const shape = new Path2D(piece.path);
    if (piece.fill !== 'none') {
      pen.globalAlpha = piece.opacity;
      pen.fillStyle = piece.fill === HATCH_FILL ? (hatch ?? MAP_COLOURS.land) : piece.fill;
      pen.fill(shape, 'evenodd');
      pen.globalAlpha = 1;
    }
    if (piece.stroke !== 'none' && piece.width > 0) {
      pen.strokeStyle = piece.stroke;
      pen.lineWidth = piece.width;
      pen.setLineDash([...piece.dash]);
      pen.stroke(shape);
    }
  }
  pen.restore();
}

function hatchOf(pen: CanvasRenderingContext2D): CanvasPattern | null {
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

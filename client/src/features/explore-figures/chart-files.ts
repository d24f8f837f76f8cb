import { escapeMarkup, svgHead, toPngBlob } from '../../lib/picture-files.js';
import type { ChartPicture, ChartPiece } from './chart-piece.js';

const FONT = 'arial, sans-serif';

/** The picture as a file of its own, with title and description; needs no style sheet. */
export function toSvgText(picture: ChartPicture): string {
  const { width, height, pieces } = picture;
  return [
    ...svgHead(picture),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...pieces.map(toElement),
    '</svg>',
    '',
  ].join('\n');
}

function toElement(piece: ChartPiece): string {
  switch (piece.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke = 'none' } = piece;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}"/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width } = piece;
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"/>`;
    }
    case 'dot':
      return `<circle cx="${piece.x}" cy="${piece.y}" r="${piece.r}" fill="${piece.fill}"/>`;
    case 'shape':
      return `<polygon points="${pointsText(piece.points)}" fill="${piece.fill}" stroke="${piece.stroke}"/>`;
    case 'text': {
      const { x, y, text, size, fill, bold = false, anchor = 'start', stamp = false } = piece;
      const turned = stamp ? ` transform="rotate(-30 ${x} ${y})" opacity="0.3"` : '';
      return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${bold ? 700 : 400}" text-anchor="${anchor}" fill="${fill}"${turned}>${escapeMarkup(text)}</text>`;
    }
  }
}

/** Points as the attribute of a polygon, to a tenth of a unit. */
export const pointsText = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/**
 * The picture as PNG, stroke by stroke as on screen.
 * @throws Error when the browser cannot make the picture
 */
export const toPng = (picture: ChartPicture): Promise<Blob> =>
  toPngBlob(picture, '#ffffff', (pen) => {
    for (const piece of picture.pieces) draw(pen, piece);
  });

function draw(pen: CanvasRenderingContext2D, piece: ChartPiece): void {
  switch (piece.kind) {
    case 'rect':
      pen.fillStyle = piece.fill;
      pen.fillRect(piece.x, piece.y, piece.width, piece.height);
      if (piece.stroke === undefined) return;
      pen.strokeStyle = piece.stroke;
      pen.lineWidth = 1;
      pen.strokeRect(piece.x, piece.y, piece.width, piece.height);
      return;
    case 'line':
      pen.strokeStyle = piece.stroke;
      pen.lineWidth = piece.width;
      pen.beginPath();
      pen.moveTo(piece.x1, piece.y1);
      pen.lineTo(piece.x2, piece.y2);
      pen.stroke();
      return;
    case 'dot':
      pen.fillStyle = piece.fill;
      pen.beginPath();
      pen.arc(piece.x, piece.y, piece.r, 0, 2 * Math.PI);
      pen.fill();
      return;
    case 'shape':
      pen.fillStyle = piece.fill;
      pen.strokeStyle = piece.stroke;
      pen.lineWidth = 1;
      pen.beginPath();
      piece.points.forEach(([x, y], at) => (at === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
      pen.closePath();
      pen.fill();
      pen.stroke();
      return;
    case 'text':
      pen.save();
      pen.font = `${piece.bold ? 'bold ' : ''}${piece.size}px ${FONT}`;
      pen.fillStyle = piece.fill;
      pen.textAlign = piece.anchor === 'middle' ? 'center' : (piece.anchor ?? 'start');
      pen.translate(piece.x, piece.y);
      if (piece.stamp) {
        pen.rotate(-Math.PI / 6);
        pen.globalAlpha = 0.3;
      }
      pen.fillText(piece.text, 0, 0);
      pen.restore();
  }
}

import { useId } from 'react';

import { pointsText } from './chart-files.js';
import type { ChartPicture, ChartPiece } from './chart-piece.js';

/** The picture on screen; the table above it says the same. */
export function FigureChart({ picture }: { readonly picture: ChartPicture }) {
  const id = useId();
  const { width, height, title, description, pieces } = picture;
  return (
    <svg
      className="la-figure-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {pieces.map((piece, at) => (
        // The strokes are made anew as a whole and have no identity of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <Stroke key={at} piece={piece} />
      ))}
    </svg>
  );
}

function Stroke({ piece }: { readonly piece: ChartPiece }) {
  switch (piece.kind) {
    case 'rect': {
      const { kind: _kind, ...attributes } = piece;
      return <rect {...attributes} />;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width } = piece;
      return <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={stroke} strokeWidth={width} />;
    }
    case 'dot':
      return <circle cx={piece.x} cy={piece.y} r={piece.r} fill={piece.fill} />;
    case 'shape':
      return <polygon points={pointsText(piece.points)} fill={piece.fill} stroke={piece.stroke} />;
    case 'text': {
      const { x, y, text, size, fill, bold = false, anchor = 'start', stamp = false } = piece;
      return (
        <text
          x={x}
          y={y}
          fontSize={size}
          fontWeight={bold ? 700 : 400}
          textAnchor={anchor}
          fill={fill}
          {...(stamp && { transform: `rotate(-30 ${x} ${y})`, opacity: 0.3 })}
        >
          {text}
        </text>
      );
    }
  }
}

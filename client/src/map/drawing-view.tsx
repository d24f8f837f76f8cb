import { useId } from 'react';

import { type Drawing, DRAWING_FONT, HATCH_FILL, runsOf } from './drawing.js';
import { MAP_COLOURS } from './map-colours.js';

/** The drawing on the page, for print: the very strokes of the SVG and the PNG. */
export function DrawingView({ drawing }: { readonly drawing: Drawing }) {
  const id = useId();
  const { title, width, height, map, pieces } = drawing;
  return (
    <svg className="la-map-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <defs>
        <clipPath id={`${id}-map`}>
          <rect y={map.top} width={width} height={map.height} />
        </clipPath>
        <pattern id={`${id}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={MAP_COLOURS.land} />
          <path d="M0 8L8 0" stroke={MAP_COLOURS.boundary} />
        </pattern>
      </defs>
      {runsOf(pieces).map(({ clipped, run }, at) => (
        <g key={at} clipPath={clipped ? `url(#${id}-map)` : undefined}>
          {run.map((piece, position) =>
            piece.kind === 'text' ? (
              <text
                key={position}
                x={piece.x}
                y={piece.y}
                fontFamily={DRAWING_FONT}
                fontSize={piece.size}
                fontWeight={piece.bold ? 700 : 400}
                textAnchor={piece.anchor}
                fill={piece.fill}
                opacity={piece.opacity}
                transform={piece.turned === 0 ? undefined : `rotate(${piece.turned} ${piece.x} ${piece.y})`}
              >
                {piece.text}
              </text>
            ) : (
              <path
                key={position}
                d={piece.path}
                transform={`translate(${piece.x} ${piece.y})`}
                fill={piece.fill === HATCH_FILL ? `url(#${id}-hatch)` : piece.fill}
                fillOpacity={piece.opacity}
                fillRule="evenodd"
                stroke={piece.stroke}
                strokeWidth={piece.width}
                strokeDasharray={piece.dash.length === 0 ? undefined : piece.dash.join(' ')}
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            ),
          )}
        </g>
      ))}
    </svg>
  );
}

import type { MapMark } from './map-mark.js';
import { toMarkPieces } from './mark-pieces.js';

/** The mark of a ladder code or of another layer, for legend and list; decoration only, the words always stand beside it. */
export function LadderMark({ code }: { readonly code: MapMark }) {
  return (
    <svg className="la-mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      {toMarkPieces(code).map(({ path, fill, stroke, width, dash }) => (
        <path
          key={`${path} ${fill}`}
          d={path}
          fill={fill}
          stroke={stroke}
          strokeWidth={width}
          strokeDasharray={dash.length > 0 ? dash.join(' ') : undefined}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

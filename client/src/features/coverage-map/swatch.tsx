import { MAP_COLOURS } from '../../map/map-colours.js';

interface SwatchProps {
  readonly fill: string;
  readonly round?: boolean;
  readonly hatched?: boolean;
  readonly dashed?: boolean;
  /** Sign that stands on areas of this filling. */
  readonly label?: string;
}

/** The filling of an area, a group or a catchment in a legend; decoration only, the words stand beside it. */
export function Swatch({ fill, round = false, hatched = false, dashed = false, label = '' }: SwatchProps) {
  const broken = dashed ? '4 3' : undefined;
  return (
    <svg className="la-swatch" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      {round ? (
        <circle
          cx="11"
          cy="11"
          r="9"
          fill={fill}
          stroke={dashed ? MAP_COLOURS.boundary : MAP_COLOURS.cluster}
          strokeWidth={dashed ? 1.5 : 3}
          strokeDasharray={broken}
        />
      ) : (
        <rect
          x="1"
          y="1"
          width="20"
          height="20"
          fill={fill}
          stroke={MAP_COLOURS.boundary}
          strokeWidth="1.5"
          strokeDasharray={broken}
        />
      )}
      {hatched && <path d="M1 11L11 1M1 21L21 1M11 21L21 11" stroke={MAP_COLOURS.boundary} strokeWidth="1" />}
      {label !== '' && (
        <text x="11" y="15" fontSize="11" fontWeight="700" textAnchor="middle" fill={MAP_COLOURS.text}>
          {label}
        </text>
      )}
    </svg>
  );
}

import { MAP_COLOURS } from '../../map/map-colours.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { AreaMeasure } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';
import { AREA_RULES } from './to-area-summary.js';
import { toAreaLegend, toLegend } from './to-map-picture.js';

interface MapLegendProps {
  readonly hospitals: readonly ReleasedHospital[];
  /** What the areas are coloured by; `none` = no colours are drawn. */
  readonly measure: AreaMeasure;
}

/** What the marks and colours mean; only what occurs. */
export function MapLegend({ hospitals, measure }: MapLegendProps) {
  return (
    <section aria-labelledby="legend-heading">
      <h2 className="nhsuk-heading-s" id="legend-heading">
        Legend
      </h2>
      <ul className="la-legend">
        {toLegend(hospitals).map(({ code, text, count }) => (
          <li key={code}>
            <LadderMark code={code} />
            <span>
              {text} ({count})
            </span>
          </li>
        ))}
        <li>
          <Swatch fill="#ffffff" round />
          <span>A number in a ring: so many hospitals close together</span>
        </li>
      </ul>
      {measure !== 'none' && <AreaLegend measure={measure} />}
    </section>
  );
}

function AreaLegend({ measure }: { readonly measure: AreaMeasure }) {
  return (
    <>
      <p className="la-source">
        {measure === 'in-reach'
          ? 'Share that reports in-reach, of the hospitals that answered and are named; those whose respondents disagree are left out.'
          : 'Share of hospitals that answered and are named.'}{' '}
        Areas with fewer than {AREA_RULES.hospitals} hospitals
        {measure === 'in-reach' &&
          `, fewer than ${AREA_RULES.answered} replies or less than half of them in`}{' '}
        are hatched.
      </p>
      <ul className="la-legend">
        {toAreaLegend().map(({ text, fill, hatched }) => (
          <li key={text}>
            <Swatch fill={fill} hatched={hatched} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Swatch({
  fill,
  round = false,
  hatched = false,
}: {
  readonly fill: string;
  readonly round?: boolean;
  readonly hatched?: boolean;
}) {
  return (
    <svg className="la-swatch" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      {round ? (
        <circle cx="11" cy="11" r="9" fill={fill} stroke={MAP_COLOURS.cluster} strokeWidth="3" />
      ) : (
        <rect
          x="1"
          y="1"
          width="20"
          height="20"
          fill={fill}
          stroke={MAP_COLOURS.boundary}
          strokeWidth="1.5"
        />
      )}
      {hatched && <path d="M1 11L11 1M1 21L21 1M11 21L21 11" stroke={MAP_COLOURS.boundary} strokeWidth="1" />}
    </svg>
  );
}

import { CLASS_COLOURS, CLASS_LIMITS, MAP_COLOURS } from '../../map/map-colours.js';
import { LadderMark } from '../../map/ladder-mark.js';
import type { AreaMeasure } from './explorer-state.js';
import type { ReleasedHospital } from './released-hospital.js';
import { AREA_RULES } from './to-area-summary.js';
import { toLegend } from './to-map-picture.js';

interface MapLegendProps {
  readonly hospitals: readonly ReleasedHospital[];
  /** What the areas are coloured by; `none` = no colours are drawn. */
  readonly measure: AreaMeasure;
}

/** What the marks and colours mean; only what occurs. */
export function MapLegend({ hospitals, measure }: MapLegendProps) {
  return (
    <section aria-labelledby="legend-heading">
      <h3 className="nhsuk-heading-s" id="legend-heading">
        Legend
      </h3>
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
  const limits = [0, ...CLASS_LIMITS, 1];
  return (
    <>
      <p className="la-source">
        {measure === 'in-reach'
          ? 'Share of answering hospitals that report in-reach; hospitals whose respondents disagree are left out.'
          : 'Share of hospitals that answered.'}{' '}
        Areas with fewer than {AREA_RULES.hospitals} hospitals
        {measure === 'in-reach' &&
          `, fewer than ${AREA_RULES.answered} replies or less than half of them in`}{' '}
        are hatched.
      </p>
      <ul className="la-legend">
        {CLASS_COLOURS.map((colour, at) => (
          <li key={colour}>
            <Swatch fill={colour} />
            <span>
              {(limits[at] ?? 0) * 100}% to {at === CLASS_COLOURS.length - 1 ? '' : 'under '}
              {(limits[at + 1] ?? 1) * 100}%
            </span>
          </li>
        ))}
        <li>
          <Swatch fill={MAP_COLOURS.land} hatched />
          <span>Not enough replies</span>
        </li>
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

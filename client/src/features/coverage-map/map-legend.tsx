import { LadderMark } from '../../map/ladder-mark.js';
import type { AreaMeasure } from './explorer-state.js';
import type { LayerLegend, LayerPicture } from './layers/layer-picture.js';
import { Swatch } from './swatch.js';
import { AREA_RULES } from './to-area-summary.js';
import { toAreaLegend } from './to-map-picture.js';

interface MapLegendProps {
  readonly picture: LayerPicture;
  /** What the areas are coloured by; `none` = no colours are drawn. */
  readonly measure: AreaMeasure;
  /** Radius of the catchments drawn; 0 = none. */
  readonly km: number;
}

/** What the marks and colours mean; only what occurs. */
export function MapLegend({ picture, measure, km }: MapLegendProps) {
  return (
    <section aria-labelledby="legend-heading">
      <h2 className="nhsuk-heading-s" id="legend-heading">
        Legend
      </h2>
      <ul className="la-legend">
        {picture.legend.map((line) => (
          <li key={line.text}>
            {'code' in line ? (
              <LadderMark code={line.code} />
            ) : (
              <Swatch fill={line.fill} label={line.label} />
            )}
            <span>{legendWords(line)}</span>
          </li>
        ))}
        {picture.points.length > 0 && (
          <li>
            <Swatch fill="#ffffff" round />
            <span>A number in a ring: so many close together</span>
          </li>
        )}
        {km > 0 && (
          <>
            <li>
              <Swatch fill="#d9e7f5" round />
              <span>Within {km} km of a hospital that says yes</span>
            </li>
            <li>
              <Swatch fill="none" round dashed />
              <span>Within {km} km of a hospital of which it is not known</span>
            </li>
          </>
        )}
      </ul>
      {measure !== 'none' && picture.areas === null && <AreaLegend measure={measure} />}
    </section>
  );
}

/** A line of a legend with its count; a line that counts nothing has none. */
export const legendWords = ({ text, count }: LayerLegend): string =>
  count < 0 ? text : `${text} (${count})`;

/** What an area is coloured by, in full. */
export const MEASURE_WORDS = {
  'in-reach':
    'Share that reports in-reach, of the hospitals that answered and are named; those whose respondents disagree are left out.',
  provision:
    'Share that reports IAPT for MUS/LTC, of the named hospitals whose published report tells it; where there is in-reach it does not.',
  response: 'Share of hospitals that answered and are named.',
} as const;

function AreaLegend({ measure }: { readonly measure: Exclude<AreaMeasure, 'none'> }) {
  return (
    <>
      <p className="la-source">
        {MEASURE_WORDS[measure]} Areas with fewer than {AREA_RULES.hospitals} hospitals
        {measure !== 'response' &&
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

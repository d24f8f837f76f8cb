import { FEWEST_FOR_SHARES } from '@liaison-atlas/shared/commissioning/area-figures';
import { againstEngland, areaParts } from '@liaison-atlas/shared/commissioning/area-parts';

import { IntervalBar } from '../../components/interval-bar.js';
import { countOf, formatPercent } from '../../lib/format.js';
import { indicatorWords } from '../../lib/indicator-words.js';
import type { ShownProfile } from './shown-area.js';

type AreaFigure = ShownProfile['figures'][number];

/** Both questions over the hospitals of an area: counts as a bar and in words, then the range beside England's. */
export function AreaFigures({ profile: { figures, england: totals } }: { readonly profile: ShownProfile }) {
  if (figures.length === 0)
    return (
      <p>
        The source of this round gives no figures by area: <strong>not published by area</strong>. That is not
        0, and says nothing about who answered.
      </p>
    );
  return figures.map((figure) => {
    const { title } = indicatorWords(figure.id);
    // England itself stands beside nothing.
    const england = figure.againstEngland === null ? undefined : totals.find(({ id }) => id === figure.id);
    return (
      <section key={figure.id} aria-labelledby={`figure-${figure.id}`}>
        <h3 id={`figure-${figure.id}`}>{title}</h3>
        <PartsBar figure={figure} />
        <ul className="la-parts">
          {areaParts(figure).map(({ id, words, count }) => (
            <li key={id}>
              <span className={`la-parts__swatch la-parts__swatch--${id}`} aria-hidden="true" />
              {words}: {count} of {countOf(figure.hospitals, 'hospital')}
            </li>
          ))}
        </ul>
        {figure.bounds === null ? (
          <p>
            Fewer than {FEWEST_FOR_SHARES} hospitals: counts only, because a percentage of so few would
            mislead.
          </p>
        ) : (
          <>
            <p>
              {betweenWords('Between', figure.bounds)} of the hospitals here, whatever those not known would
              say
              {england && `; in England ${betweenWords('between', england)}`}.{' '}
              {againstEngland(figure.againstEngland)}
            </p>
            <p className="la-bar-name">This area</p>
            <IntervalBar what={`${title}: this area`} {...figure.bounds} tick={null} interval={null} />
            {england && (
              <>
                <p className="la-bar-name">England, in the same release</p>
                <IntervalBar
                  what={`${title}: England`}
                  lower={england.lower}
                  upper={england.upper}
                  tick={null}
                  interval={null}
                />
              </>
            )}
          </>
        )}
      </section>
    );
  });
}

const betweenWords = (
  start: string,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string => `${start} ${formatPercent(lower)} and ${formatPercent(upper)}`;

/** Decoration: the list beside it says the same. */
function PartsBar({ figure }: { readonly figure: AreaFigure }) {
  if (figure.hospitals === 0) return null;
  const parts = areaParts(figure);
  return (
    <svg
      className="la-parts-bar"
      viewBox={`0 0 ${figure.hospitals} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(({ id, count }, at) => (
        <rect
          key={id}
          className={`la-parts__part--${id}`}
          x={parts.slice(0, at).reduce((sum, part) => sum + part.count, 0)}
          y="0"
          width={count}
          height="1"
        />
      ))}
    </svg>
  );
}

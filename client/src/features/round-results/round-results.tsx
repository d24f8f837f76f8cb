import { Link } from 'react-router';

import { FormsLedger } from '../../components/forms-ledger.js';
import { InsetText, SyntheticNotice } from '../../components/notice.js';
import { formatPercent } from '../../lib/format.js';
import { IndicatorSection } from './indicator-section.js';
import { ReleaseFacts } from './release-facts.js';
import { ScoreSection } from './score-section.js';
import type { ShownResults } from './shown-results.js';
import { ThemeSection } from './theme-section.js';

interface RoundResultsProps {
  readonly release: ShownResults;
  /** Number of the round's newest release, which files and map show. */
  readonly newest: number;
}

/** Every published figure of a release: bounds first, then estimates, then what must be known to read them. */
export function RoundResults({ release, newest }: RoundResultsProps) {
  const { round, responseRate, frame, notes } = release;
  const rounded = frame.declaredSize === 179 && release.forms.analysed === 74;
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      <p className="nhsuk-lede-text">
        {responseRate.answered} of {responseRate.frame} hospitals answered ({formatPercent(responseRate.rate)}
        ).
      </p>
      {rounded && (
        <InsetText>
          <p>
            <strong>40% or 41%?</strong> The report prints both. 74 of 179 is {formatPercent(74 / 179)}, so
            41% is the rounded figure.
          </p>
        </InsetText>
      )}
      <p>
        <Link to={`/map?round=${encodeURIComponent(round.id)}`}>
          See this round hospital by hospital, as a list or map
        </Link>
        {newest !== release.number && `: list and map show the newest release, number ${newest}`}
      </p>
      <h2>Indicators</h2>
      {release.indicators.map((indicator) => (
        <IndicatorSection key={indicator.id} indicator={indicator} />
      ))}
      <h2>Forms</h2>
      <FormsLedger caption="Where the forms went" forms={release.forms} />
      <ScoreSection release={release} />
      {!release.areaFigures && <p>Figures by area: not published by area.</p>}
      <ThemeSection release={release} />
      {notes.length > 0 && (
        <section aria-labelledby="notes-heading">
          <h2 id="notes-heading">What to know before using a figure</h2>
          <ul>
            {notes.map(({ id, text, source }) => (
              <li key={id}>
                {text} <span className="la-source">({source})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReleaseFacts release={release} newest={newest} />
    </>
  );
}

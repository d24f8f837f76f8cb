import { Link } from 'react-router';

import { InsetText, SyntheticNotice } from '../../components/notice.js';
import { SelectField } from '../../components/select-field.js';
import { formatMoment } from '../../lib/format.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { ExploreDownloads } from './explore-downloads.js';
import type { ExploreState } from './explore-state.js';
import { FigureChart } from './figure-chart.js';
import { FigureTable } from './figure-table.js';
import { FormCounts } from './form-counts.js';
import { PairedViews } from './paired-views.js';
import { ResponseChecks } from './response-checks.js';
import { RoundChange } from './round-change.js';
import type { RoundChoice, ShownFigures } from './shown-figures.js';
import { toChart } from './to-chart.js';
import { TracePanel } from './trace-panel.js';

interface ExploreFiguresProps {
  readonly shown: ShownFigures;
  readonly state: ExploreState;
  /** Rounds with which the shown one may be compared. */
  readonly others: readonly RoundChoice[];
  readonly onChange: (change: Partial<ExploreState>) => void;
}

/** One indicator by one breakdown: table first, the chart beside it, then what must be known to trust it. */
export function ExploreFigures({ shown, state, others, onChange }: ExploreFiguresProps) {
  const { round, basis, indicator, figures, notes } = shown;
  const picture = toChart(shown, state.chart);
  const traced = figures.find(({ code }) => code === state.trace);
  return (
    <>
      <SyntheticNotice kind={round.kind} />
      <p>
        {basis.release === null ? (
          <>
            <strong>Unreleased answers</strong> as at {formatMoment(basis.asAt)}.
          </>
        ) : (
          <>
            <Link to={`/rounds/${encodeURIComponent(round.id)}?release=${basis.release.number}`}>
              Release {basis.release.number}
            </Link>{' '}
            of {markedRoundTitle(round)}.
          </>
        )}{' '}
        {indicator.question}
      </p>
      {notes.map((note) => (
        <InsetText key={note}>
          <p>{note}</p>
        </InsetText>
      ))}
      <FigureTable
        shown={shown}
        traced={state.trace}
        threshold={state.threshold}
        onTrace={(trace, part) => onChange({ trace, part })}
      />
      <p className="la-source">
        Choose a number to see where it comes from. “Between”: bounds over all hospitals, whatever those not
        known would say. Groups of fewer than five hospitals have counts only. “Cannot say”: the bounds meet
        those of England.
      </p>
      {traced && (
        <TracePanel
          shown={shown}
          row={traced}
          part={state.part}
          onClose={() => onChange({ trace: '', part: 'yes' })}
        />
      )}
      <FigureChart picture={picture} />
      <ExploreDownloads shown={shown} picture={picture} />
      <PairedViews shown={shown} />
      <ResponseChecks shown={shown} />
      {basis.live && (
        <FormCounts roundId={round.id} answersHash={basis.answersHash} state={state} onChange={onChange} />
      )}
      {basis.live && others.length > 0 && (
        <section aria-labelledby="change-heading">
          <h2 id="change-heading">Change since another round</h2>
          <SelectField
            label="Compare with"
            value={state.from}
            choices={[
              { value: '', label: 'No other round' },
              ...others.map((one) => ({ value: one.id, label: markedRoundTitle(one) })),
            ]}
            onChange={(from) => onChange({ from })}
          />
          {others.some(({ id }) => id === state.from) && <RoundChange shown={shown} from={state.from} />}
        </section>
      )}
    </>
  );
}

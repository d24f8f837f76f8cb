import type { Breakdown } from '@liaison-atlas/shared/analysis/figures';

import { SelectField } from '../../components/select-field.js';
import { markedRoundTitle } from '../../lib/round-words.js';
import { BREAKDOWN_WORDS } from './figure-words.js';
import { type Chart, type ExploreState, type Threshold, THRESHOLDS } from './explore-state.js';
import { thresholdWords } from './to-needed-words.js';
import type { RoundChoice, ShownFigures } from './shown-figures.js';

interface ExploreControlsProps {
  readonly rounds: readonly RoundChoice[];
  readonly round: RoundChoice;
  readonly shown: ShownFigures | null;
  readonly state: ExploreState;
  /** May look at unreleased answers. */
  readonly mayLive: boolean;
  readonly onChange: (change: Partial<ExploreState>) => void;
}

/** Round, indicator, breakdown, basis and chart; a choice takes effect at once. */
export function ExploreControls({ rounds, round, shown, state, mayLive, onChange }: ExploreControlsProps) {
  return (
    <div className="la-filters la-explore-controls">
      <SelectField
        label="Round"
        value={round.id}
        choices={rounds.map((one) => ({ value: one.id, label: markedRoundTitle(one) }))}
        onChange={(value) => onChange({ round: value, release: null, trace: '', from: '', live: false })}
      />
      {mayLive && round.kind !== 'published_facts' && (
        <SelectField
          label="Answers"
          value={state.live ? 'live' : 'released'}
          choices={[
            { value: 'released', label: 'As released' },
            { value: 'live', label: 'As they stand now, unreleased' },
          ]}
          onChange={(value) => onChange({ live: value === 'live', release: null, trace: '', from: '' })}
        />
      )}
      {shown && (
        <>
          <SelectField
            label="Indicator"
            value={shown.indicator.id}
            choices={shown.indicators.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(value) => onChange({ indicator: value, trace: '' })}
          />
          <SelectField
            label="Break down by"
            value={shown.by}
            choices={shown.breakdowns.map((one) => ({ value: one, label: BREAKDOWN_WORDS[one] }))}
            onChange={(value) => onChange({ by: value as Breakdown, trace: '' })}
          />
          <SelectField
            label="Chart"
            value={state.chart}
            choices={[
              { value: 'bars', label: 'Bars: bounds over all hospitals' },
              { value: 'dots', label: 'Dots: shares with their intervals' },
              { value: 'parts', label: 'Parts: yes, no, don’t know, not known' },
              { value: 'multiples', label: 'Small pictures: each group on its own' },
            ]}
            onChange={(value) => onChange({ chart: value as Chart })}
          />
          <SelectField
            label="Replies still needed for"
            value={state.threshold}
            choices={THRESHOLDS.map((one) => ({ value: one, label: thresholdWords(one) }))}
            onChange={(value) => onChange({ threshold: value as Threshold })}
          />
        </>
      )}
    </div>
  );
}

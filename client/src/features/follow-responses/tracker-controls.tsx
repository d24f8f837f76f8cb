import { parseShare } from '@liaison-atlas/shared/analysis/parse-share';
import { TRACK_LEVELS, type TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import { type FormEvent, useState } from 'react';

import { SelectField } from '../../components/select-field.js';
import { ShareField } from './share-field.js';
import type { TrackerState } from './tracker-state.js';

const LEVEL_LABELS: Readonly<Record<TrackLevel, string>> = {
  england: 'England as a whole',
  region: 'NHS region',
  icb: 'Integrated care board (2022)',
  site_category: 'Kind of site',
};

interface TrackerControlsProps {
  readonly state: TrackerState;
  readonly onChange: (change: Partial<TrackerState>) => void;
}

interface AllControlsProps extends TrackerControlsProps {
  /** The closed questions that can be held against the threshold. */
  readonly questions: readonly { readonly variable: string; readonly text: string }[];
}

/** By what the hospitals are grouped, and the two shares that a lead chooses. */
export function TrackerControls({ state, questions, onChange }: AllControlsProps) {
  return (
    <div className="la-no-print">
      <SelectField
        label="Group hospitals by"
        value={state.level}
        choices={TRACK_LEVELS.map((level) => ({ value: level, label: LEVEL_LABELS[level] }))}
        onChange={(chosen) =>
          onChange({ level: TRACK_LEVELS.find((level) => level === chosen) ?? 'region', page: 1 })
        }
      />
      <SelectField
        label="Question held against the threshold"
        value={state.question}
        choices={[
          { value: '', label: 'What the round is about' },
          ...questions.map(({ variable, text }) => ({ value: variable, label: text })),
        ]}
        onChange={(question) => onChange({ question })}
      />
      <ShareForm
        // Starts anew when the address changes by itself, for instance by the Back button.
        key={`${state.threshold} ${state.eligibleShare}`}
        state={state}
        onChange={onChange}
      />
    </div>
  );
}

function ShareForm({ state, onChange }: TrackerControlsProps) {
  const [threshold, setThreshold] = useState(state.threshold);
  const [eligibleShare, setEligibleShare] = useState(state.eligibleShare);
  const [checked, setChecked] = useState(false);
  const thresholdProblem = problemWith(threshold, 'threshold');
  const eligibleProblem = eligibleShare.trim() === '' ? '' : problemWith(eligibleShare, 'eligibleShare');
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (thresholdProblem === '' && eligibleProblem === '')
      onChange({ threshold: threshold.trim(), eligibleShare: eligibleShare.trim() });
  };
  return (
    <form onSubmit={apply} noValidate>
      <ShareField
        label="Threshold"
        hint="The share of hospitals that each question is held against, for example 50% or 2/3."
        value={threshold}
        problem={checked ? thresholdProblem : ''}
        onChange={setThreshold}
      />
      <ShareField
        label="Share of silent hospitals taken to be eligible (e), optional"
        hint="Needed for RR3 and RR4 only, for example 94/105. Leave it empty if it is not known."
        value={eligibleShare}
        problem={checked ? eligibleProblem : ''}
        onChange={setEligibleShare}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Apply
      </button>
    </form>
  );
}

function problemWith(text: string, field: string): string {
  const parsed = parseShare(text, field);
  return 'problem' in parsed ? `${parsed.problem.message} ${parsed.problem.mend}` : '';
}

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { useState } from 'react';
import { useMutation } from 'urql';

import { ProblemList } from '../../components/problem-list.js';
import { RadioGroup } from '../../components/radio-group.js';
import { TextField } from '../../components/text-field.js';
import { toProblem } from '../../lib/to-problem.js';
import { changeCleaningMutation, type ShownCleaning } from './clean-round.graphql.js';

interface SettingsTabProps {
  readonly cleaning: ShownCleaning;
  readonly onChanged: () => void;
}

/** How this round is cleaned: who decides, who reads twice, which checks are asked. */
export function SettingsTab({ cleaning, onChanged }: SettingsTabProps) {
  const [mode, setMode] = useState(cleaning.mode);
  const [secondReader, setSecondReader] = useState(cleaning.secondReader);
  const [checks, setChecks] = useState(() =>
    cleaning.checks.map(({ id, on, threshold }) => ({ id, on, threshold: String(threshold) })),
  );
  const [{ fetching }, change] = useMutation(changeCleaningMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const set = (id: string, changed: { readonly on?: boolean; readonly threshold?: string }) =>
    setChecks(checks.map((check) => (check.id === id ? { ...check, ...changed } : check)));
  const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text.trim());
  const save = async () => {
    if (fetching || !checks.every(({ threshold }) => isNumber(threshold))) return;
    const { data, error } = await change({
      input: {
        roundId: cleaning.roundId,
        mode,
        secondReader,
        checks: checks.map((check) => ({ ...check, threshold: Number(check.threshold) })),
      },
    });
    const outcome = data?.changeCleaning;
    const found = error
      ? [toProblem(error)]
      : outcome?.__typename === 'CleaningRefused'
        ? outcome.problems
        : [];
    setProblems(found);
    setSaid(found.length === 0 ? 'Saved.' : '');
    onChanged();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>How this round is cleaned</h2>
      <p role="status">{said}</p>
      <ProblemList heading="The settings were not saved" problems={problems} />
      {cleaning.frozenAs > 0 && (
        <p>The round is frozen: open it again before you change how it is cleaned.</p>
      )}
      <RadioGroup
        legend="Who decides"
        value={mode}
        onChange={(value) => setMode(value === 'review' ? 'review' : 'automatic')}
        choices={[
          { value: 'automatic', label: 'The rules, and a person where they leave something open' },
          {
            value: 'review',
            label: 'A person, about every form',
            hint: 'Until then a form counts in no figure.',
          },
        ]}
      />
      <RadioGroup
        legend="Second reader"
        value={secondReader}
        onChange={(value) => setSecondReader(value === 'all' || value === 'exclusions' ? value : 'none')}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'exclusions', label: 'For forms that are left out' },
          { value: 'all', label: 'For everything that says what becomes of a form' },
        ]}
      />
      <h3>Plausibility checks</h3>
      {cleaning.checks.map(({ id, title, meaning, unit }) => {
        const own = checks.find((check) => check.id === id);
        if (own === undefined) return null;
        return (
          <fieldset className="nhsuk-fieldset la-check" key={id}>
            <legend className="nhsuk-fieldset__legend">{title}</legend>
            <p>{meaning}</p>
            <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
              <div className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={`check-${id}`}
                  checked={own.on}
                  onChange={(event) => set(id, { on: event.target.checked })}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`check-${id}`}>
                  Asked in this round
                </label>
              </div>
            </div>
            {unit !== '' && (
              <TextField
                label={`Threshold (${unit})`}
                value={own.threshold}
                problem={isNumber(own.threshold) ? '' : 'Write a number from 0 to 100.'}
                maxLength={6}
                onChange={(threshold) => set(id, { threshold })}
              />
            )}
          </fieldset>
        );
      })}
      <button type="submit" className="nhsuk-button" aria-disabled={fetching}>
        Save
      </button>
    </form>
  );
}

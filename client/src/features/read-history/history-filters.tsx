import { type FormEvent, useState } from 'react';

import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { GROUP_WORDS } from './action-words.js';
import type { HistoryState } from './history-state.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const NO_DAY = 'This is not a day. Enter it as 2027-03-31, or leave it empty.';

interface HistoryFiltersProps {
  readonly state: HistoryState;
  readonly onChange: (change: Partial<HistoryState>) => void;
}

/** Which acts, and from when to when; all of it stands in the address. */
export function HistoryFilters({ state, onChange }: HistoryFiltersProps) {
  const [from, setFrom] = useState(state.from);
  const [to, setTo] = useState(state.to);
  const [checked, setChecked] = useState(false);
  const problemOf = (day: string): string =>
    checked && day.trim() !== '' && !isDay(day.trim()) ? NO_DAY : '';
  const apply = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ([from, to].every((day) => day.trim() === '' || isDay(day.trim())))
      onChange({ from: from.trim(), to: to.trim() });
  };
  const groups = Object.entries(GROUP_WORDS).map(([value, label]) => ({ value, label }));
  return (
    <form className="la-no-print" onSubmit={apply} noValidate>
      <SelectField
        label="Acts about"
        value={state.group}
        choices={[{ value: '', label: 'Everything' }, ...groups]}
        onChange={(group) => onChange({ group })}
      />
      <TextField
        label="From, optional"
        hint="A day such as 2027-03-31."
        value={from}
        problem={problemOf(from)}
        maxLength={10}
        onChange={setFrom}
      />
      <TextField
        label="To, optional"
        hint="That day is included."
        value={to}
        problem={problemOf(to)}
        maxLength={10}
        onChange={setTo}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Show these days
      </button>
    </form>
  );
}

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

import { TASK_KINDS } from '@liaison-atlas/shared/cleaning/queue';

import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import type { ShownCleaning } from './clean-round.graphql.js';
import { taskWords } from './clean-words.js';
import type { CleaningState } from './cleaning-state.js';

interface QueueFiltersProps {
  readonly cleaning: ShownCleaning;
  readonly state: CleaningState;
  readonly onChange: (change: Partial<CleaningState>) => void;
}

/** What of the queue is shown; the choice stands in the address. */
export function QueueFilters({ cleaning, state, onChange }: QueueFiltersProps) {
  const total = cleaning.tasks.reduce((sum, { count }) => sum + count, 0);
  const choices = TASK_KINDS.flatMap((kind) => {
    const count = cleaning.tasks.find((each) => each.kind === kind)?.count ?? 0;
    return count === 0 && state.kind !== kind
      ? []
      : [{ value: kind, label: `${taskWords(kind)} (${count})` }];
  });
  return (
    <div className="la-frame-filters la-no-print">
      <SelectField
        label="Kind"
        value={state.kind}
        choices={[{ value: '', label: `All (${total})` }, ...choices]}
        onChange={(kind) => onChange({ kind: TASK_KINDS.find((known) => known === kind) ?? '' })}
      />
      <TextField
        label="Hospital"
        value={state.text}
        maxLength={100}
        onChange={(text) => onChange({ text })}
      />
    </div>
  );
}

import { useId } from 'react';

/** One choice of a select box; `group` puts choices under a heading of the box. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A labelled select box. */
export function SelectField({ label, value, choices, hint, onChange }: SelectFieldProps) {
  const id = useId();
  const groups = [...new Set(choices.map(({ group }) => group ?? ''))];
  return (
    <div className="nhsuk-form-group la-field">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <select
        className="nhsuk-select la-select"
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {groups.map((group) => {
          const options = choices
            .filter((choice) => (choice.group ?? '') === group)
            .map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ));
          return group === '' ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}

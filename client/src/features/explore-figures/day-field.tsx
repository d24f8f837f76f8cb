import { useId } from 'react';

interface DayFieldProps {
  readonly label: string;
  /** `2026-11-22`; '' = not chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled box for a day, by the browser's own calendar where it has one. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="nhsuk-form-group la-field">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="nhsuk-input"
        id={id}
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

import { useId } from 'react';

interface LongFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** A labelled text box of several lines. */
export function LongField({ label, hint = '', value, rows = 3, maxLength = 2000, onChange }: LongFieldProps) {
  const id = useId();
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint !== '' && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <textarea
        className="nhsuk-textarea"
        id={id}
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

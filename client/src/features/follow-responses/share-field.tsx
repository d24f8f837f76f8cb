import { useId } from 'react';

interface ShareFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** '' = none. */
  readonly problem: string;
  readonly onChange: (value: string) => void;
}

/** A text box for a share; what is wrong with it stands above it and is announced. */
export function ShareField({ label, hint, value, problem, onChange }: ShareFieldProps) {
  const id = useId();
  const wrong = problem !== '';
  return (
    <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {wrong && (
        <span className="nhsuk-error-message" id={`${id}-error`} role="alert">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      <input
        className={`nhsuk-input nhsuk-input--width-10${wrong ? ' nhsuk-input--error' : ''}`}
        id={id}
        value={value}
        aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
        aria-invalid={wrong}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

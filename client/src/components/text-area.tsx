import { useId } from 'react';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong with it; '' = nothing. */
  readonly problem?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** A labelled text box of several lines. */
export function TextArea({
  label,
  value,
  hint = '',
  problem = '',
  rows = 3,
  maxLength = 2000,
  onChange,
}: TextAreaProps) {
  const id = useId();
  const wrong = problem !== '';
  const described = [hint !== '' && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint !== '' && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {wrong && (
        <span className="nhsuk-error-message" id={`${id}-error`} role="alert">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      <textarea
        className={`nhsuk-textarea${wrong ? ' nhsuk-textarea--error' : ''}`}
        id={id}
        rows={rows}
        value={value}
        maxLength={maxLength}
        aria-describedby={described || undefined}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

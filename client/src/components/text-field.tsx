import { type Ref, useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong with it; '' = nothing. Stands above the box and is announced. */
  readonly problem?: string;
  readonly type?: 'text' | 'email' | 'date';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
}

/** A labelled text box of one line. */
export function TextField({
  label,
  value,
  hint = '',
  problem = '',
  type = 'text',
  autoComplete = 'off',
  maxLength,
  inputRef,
  onChange,
}: TextFieldProps) {
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
      <input
        className={`nhsuk-input ${type === 'date' ? 'nhsuk-input--width-10' : 'la-text-field'}${wrong ? ' nhsuk-input--error' : ''}`}
        id={id}
        type={type}
        ref={inputRef}
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        spellCheck={false}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

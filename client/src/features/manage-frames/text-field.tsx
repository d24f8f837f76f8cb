import { type Ref, useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with it; '' = nothing. */
  readonly problem: string;
  readonly onChange: (value: string) => void;
  /** More than one line. */
  readonly long?: boolean;
  readonly type?: 'text' | 'date';
  readonly maxLength?: number;
  readonly fieldRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled text box; what is wrong with it stands above it and is announced. */
export function TextField(props: TextFieldProps) {
  const { label, hint = '', value, problem, onChange, long = false, type = 'text', maxLength = 200 } = props;
  const id = useId();
  const wrong = problem !== '';
  const described = [hint === '' ? '' : `${id}-hint`, wrong ? `${id}-error` : ''].filter(Boolean).join(' ');
  const common = {
    id,
    value,
    maxLength: type === 'date' ? undefined : maxLength,
    ref: props.fieldRef,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': wrong,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
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
      {long ? (
        <textarea className={`nhsuk-textarea${wrong ? ' nhsuk-textarea--error' : ''}`} rows={3} {...common} />
      ) : (
        <input
          className={`nhsuk-input${type === 'date' ? ' nhsuk-input--width-10' : ''}${wrong ? ' nhsuk-input--error' : ''}`}
          type={type}
          {...common}
        />
      )}
    </div>
  );
}

import type { Ref } from 'react';

import { FieldFrame } from './field-frame.js';

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
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(box) => (
        <input
          className={`nhsuk-input ${type === 'date' ? 'nhsuk-input--width-10' : 'la-text-field'}${problem === '' ? '' : ' nhsuk-input--error'}`}
          {...box}
          type={type}
          ref={inputRef}
          value={value}
          maxLength={maxLength}
          autoComplete={autoComplete}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

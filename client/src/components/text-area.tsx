import type { Ref } from 'react';

import { FieldFrame } from './field-frame.js';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong with it; '' = nothing. */
  readonly problem?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
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
  inputRef,
  onChange,
}: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(box) => (
        <textarea
          className={`nhsuk-textarea${problem === '' ? '' : ' nhsuk-textarea--error'}`}
          {...box}
          rows={rows}
          ref={inputRef}
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

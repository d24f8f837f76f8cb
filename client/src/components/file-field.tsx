import { type Ref, useId } from 'react';

interface FileFieldProps {
  readonly label: string;
  /** What the browser offers to choose, as in the `accept` of an input. */
  readonly accept: string;
  /** What is wrong with it; '' = nothing. */
  readonly problem?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** null = the choice was taken back. */
  readonly onChange: (file: File | null) => void;
}

/** A labelled box that takes one file; what is wrong with it stands above it and is announced. */
export function FileField({ label, accept, problem = '', inputRef, onChange }: FileFieldProps) {
  const id = useId();
  const wrong = problem !== '';
  return (
    <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {wrong && (
        <span className="nhsuk-error-message" id={`${id}-error`} role="alert">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      <input
        className="la-file"
        id={id}
        type="file"
        ref={inputRef}
        accept={accept}
        aria-describedby={wrong ? `${id}-error` : undefined}
        aria-invalid={wrong}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}

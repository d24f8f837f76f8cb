import { type ReactNode, useId } from 'react';

/** What a text box has to carry so that label, hint and error belong to it. */
export interface FramedBox {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldFrameProps {
  readonly label: string;
  /** '' = none. */
  readonly hint: string;
  /** What is wrong with it; '' = nothing. Stands above the box and is announced. */
  readonly problem: string;
  readonly children: (box: FramedBox) => ReactNode;
}

/** Label, hint and error around a text box, and what ties them to it. */
export function FieldFrame({ label, hint, problem, children }: FieldFrameProps) {
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
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': wrong })}
    </div>
  );
}

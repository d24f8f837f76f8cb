import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { describedBy, FormGroup, Hint, InlineError } from './field-parts.js';

/** A labelled box of one line that is no question of the survey. */
export function TextBox(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly type?: 'text' | 'email';
  readonly autoComplete?: string;
}) {
  const { name, label, hint, value, problem, type = 'text', autoComplete = 'off' } = props;
  const ids = { hint: `${name}-hint`, error: `${name}-error` };
  const wrong = problem !== undefined;
  return (
    <FormGroup wrong={wrong}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint id={ids.hint} text={hint} />
      <InlineError id={ids.error} problem={problem && { ...problem, code: 'SHOWN_AS_IT_IS' }} />
      <input
        className={`nhsuk-input${wrong ? ' nhsuk-input--error' : ''}`}
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        spellCheck={false}
        defaultValue={value}
        aria-describedby={describedBy(hint !== undefined && ids.hint, wrong && ids.error)}
        aria-invalid={wrong ? true : undefined}
      />
    </FormGroup>
  );
}

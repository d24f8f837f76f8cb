import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-page';

import {
  describedBy,
  FormGroup,
  Hint,
  InlineError,
  Legend,
  type Prominence,
  QuestionLabel,
  Warning,
} from './field-parts.js';
import { AbsenceOptions, typedValue } from './option-list.js';

/** Below this length a count of characters helps nobody. */
const COUNT_FROM = 200;

/** A question answered by typing: text, a whole number or a date, with the warning above the box. */
export function TextField({ view, as }: { readonly view: QuestionView; readonly as: Prominence }) {
  const { question } = view;
  // A text that reads like an option's code is a text, so text boxes have no such buttons beside them.
  const withAbsences = !question.type.endsWith('text') && question.options !== undefined;
  if (!withAbsences) {
    return (
      <FormGroup wrong={view.problem !== undefined}>
        <QuestionLabel text={question.text.en} htmlFor={question.variable} as={as} />
        <TextBox view={view} />
      </FormGroup>
    );
  }
  return (
    <FormGroup wrong={view.problem !== undefined}>
      <fieldset className="nhsuk-fieldset">
        <Legend text={question.text.en} as={as} />
        <label className="nhsuk-label" htmlFor={question.variable}>
          Your answer
        </label>
        <TextBox view={view} />
        <AbsenceOptions view={view} />
      </fieldset>
    </FormGroup>
  );
}

function TextBox({ view }: { readonly view: QuestionView }) {
  const { question, problem } = view;
  const { variable, maxLength } = question;
  const countId = `${variable}-count`;
  const hint = question.help?.en ?? (question.type === 'date' ? 'For example, 2026-04-30.' : undefined);
  const counted = question.type === 'long_text' && maxLength !== undefined && maxLength >= COUNT_FROM;
  const ids = { hint: `${variable}-hint`, warning: `${variable}-warning`, error: `${variable}-error` };
  const control = {
    id: variable,
    name: variable,
    defaultValue: typedValue(view),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(
      hint && ids.hint,
      question.warning && ids.warning,
      problem && ids.error,
      counted && countId,
    ),
  };
  return (
    <>
      <Hint id={ids.hint} text={hint} />
      <Warning id={ids.warning} text={question.warning?.en} />
      <InlineError id={ids.error} problem={problem} />
      {question.type === 'long_text' ? (
        <textarea
          {...control}
          className={`nhsuk-textarea${problem ? ' nhsuk-textarea--error' : ''}`}
          rows={8}
          data-max-length={counted ? maxLength : undefined}
        />
      ) : (
        <input
          {...control}
          className={`nhsuk-input${question.type === 'short_text' ? '' : ' nhsuk-input--width-10'}${problem ? ' nhsuk-input--error' : ''}`}
          type={question.type === 'date' ? 'date' : 'text'}
          inputMode={question.type === 'number' ? 'numeric' : undefined}
          autoComplete="off"
        />
      )}
      {counted && (
        <div className="nhsuk-hint" id={countId}>
          You can enter up to {maxLength} characters.
        </div>
      )}
    </>
  );
}

import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';
import type { Question } from '@liaison-atlas/shared/instrument/instrument';

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

/** A question answered by typing: a text, or a number with its unit, with the warning above the box. */
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
  const unitId = `${variable}-unit`;
  const hint = question.help?.en;
  const unit = question.type === 'number' ? question.number?.unit?.en : undefined;
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
      unit && unitId,
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
        <div className="nhsuk-input-wrapper">
          <input
            {...control}
            className={`nhsuk-input${question.type === 'short_text' ? '' : ' nhsuk-input--width-5'}${problem ? ' nhsuk-input--error' : ''}`}
            type="text"
            inputMode={question.type === 'number' ? inputModeOf(question) : undefined}
            autoComplete="off"
          />
          {unit && (
            <div className="nhsuk-input-wrapper__suffix respond-unit" id={unitId}>
              {unit}
            </div>
          )}
        </div>
      )}
      {counted && (
        <div className="nhsuk-hint" id={countId}>
          You can enter up to {maxLength} characters.
        </div>
      )}
    </>
  );
}

/** Which keys a telephone shows: with a decimal point only where the step has one. */
const inputModeOf = ({ number }: Question): 'numeric' | 'decimal' =>
  Number.isInteger(number?.step ?? 1) && Number.isInteger(number?.min ?? 0) ? 'numeric' : 'decimal';

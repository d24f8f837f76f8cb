import type { QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';

import {
  describedBy,
  FormGroup,
  Hint,
  InlineError,
  Legend,
  type Prominence,
  Warning,
} from './field-parts.js';
import { AbsenceOptions, typedValue } from './option-list.js';

/**
 * A number on a worded scale: a number box that starts empty, to which the script adds a slider. Only the box is
 * sent, so a slider nobody touched can never become an answer.
 */
export function ScaleField({ view, as }: { readonly view: QuestionView; readonly as: Prominence }) {
  const { question, problem } = view;
  const { variable, scale } = question;
  if (!scale) throw new RangeError(`question ${variable} is a scale without ends`);
  const ids = { hint: `${variable}-hint`, ends: `${variable}-ends`, error: `${variable}-error` };
  return (
    <FormGroup wrong={problem !== undefined}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(problem && ids.error)}>
        <Legend text={question.text.en} as={as} />
        <Hint id={ids.hint} text={question.help?.en} />
        <Warning id={`${variable}-warning`} text={question.warning?.en} />
        <InlineError id={ids.error} problem={problem} />
        <label className="nhsuk-label" htmlFor={variable}>
          A whole number from {scale.min} to {scale.max}
        </label>
        <input
          className={`nhsuk-input nhsuk-input--width-4${problem ? ' nhsuk-input--error' : ''}`}
          id={variable}
          name={variable}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          defaultValue={typedValue(view)}
          aria-describedby={describedBy(question.help && ids.hint, ids.ends, problem && ids.error)}
          aria-invalid={problem ? true : undefined}
          data-scale-min={scale.min}
          data-scale-max={scale.max}
          data-scale-step={scale.step}
          data-scale-min-label={scale.minLabel.en}
          data-scale-max-label={scale.maxLabel.en}
        />
        <ul className="respond-scale__ends" id={ids.ends}>
          <li>
            {scale.min} = {scale.minLabel.en}
          </li>
          <li>
            {scale.max} = {scale.maxLabel.en}
          </li>
        </ul>
        <AbsenceOptions view={view} />
      </fieldset>
    </FormGroup>
  );
}

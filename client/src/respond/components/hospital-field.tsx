import { HOSPITAL_NOT_LISTED, otherTextField } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { HospitalChoice, QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';

import {
  describedBy,
  FormGroup,
  Hint,
  InlineError,
  Legend,
  type Prominence,
  Warning,
} from './field-parts.js';

/** The hospital: a list of the frame's hospitals, and a box for one that is not in it. Both work without script. */
export function HospitalField(props: {
  readonly view: QuestionView;
  readonly hospitals: readonly HospitalChoice[];
  readonly as: Prominence;
}) {
  const { question, values, otherText, problem } = props.view;
  const { variable } = question;
  const other = otherTextField(variable);
  const ids = { hint: `${variable}-hint`, error: `${variable}-error`, otherHint: `${other}-hint` };
  const wrong = problem !== undefined;
  const aboutOther = problem?.field === other;
  return (
    <FormGroup wrong={wrong}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy(question.help && ids.hint, wrong && ids.error)}
      >
        <Legend text={question.text.en} as={props.as} />
        <Hint id={ids.hint} text={question.help?.en} />
        <Warning id={`${variable}-warning`} text={question.warning?.en} />
        <InlineError id={ids.error} problem={problem} />
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={variable}>
            Hospital
          </label>
          <select
            className={`nhsuk-select${wrong && !aboutOther ? ' nhsuk-select--error' : ''}`}
            id={variable}
            name={variable}
            defaultValue={values[0] ?? ''}
          >
            <option value="">Choose a hospital</option>
            <option value={HOSPITAL_NOT_LISTED}>My hospital is not listed</option>
            {props.hospitals.map(({ odsCode, name }) => (
              <option key={odsCode} value={odsCode}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <label className="nhsuk-label" htmlFor={other}>
          Name of the hospital, if it is not in the list
        </label>
        <div className="nhsuk-hint" id={ids.otherHint}>
          Leave this empty if you chose your hospital above.
        </div>
        <input
          className={`nhsuk-input${aboutOther ? ' nhsuk-input--error' : ''}`}
          id={other}
          name={other}
          type="text"
          autoComplete="off"
          defaultValue={otherText}
          aria-describedby={ids.otherHint}
        />
      </fieldset>
    </FormGroup>
  );
}

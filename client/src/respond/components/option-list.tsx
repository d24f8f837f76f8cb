import type { AnswerableQuestion, Option } from '@liaison-atlas/shared/instrument/instrument';
import { AS_LAST_TIME, type QuestionView } from '@liaison-atlas/shared/fieldwork/respond-parts';

import {
  describedBy,
  FormGroup,
  Hint,
  InlineError,
  Legend,
  type Prominence,
  Warning,
} from './field-parts.js';

/** One radio button or tick box with its label. */
export function OptionInput(props: {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
}) {
  const block = props.type === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={props.id}
        name={props.name}
        type={props.type}
        value={props.option.code}
        defaultChecked={props.checked}
        data-absence={props.option.kind === 'substantive' ? undefined : true}
      />
      <label className={`nhsuk-label ${block}__label`} htmlFor={props.id}>
        {props.option.label.en}
      </label>
    </div>
  );
}

/** The first control carries the variable as its id, so that the error summary's link reaches it. */
export const optionId = (variable: string, position: number): string =>
  position === 0 ? variable : `${variable}-${position + 1}`;

/** A question with a list of options: radio buttons for one answer, tick boxes for several. */
export function OptionList({ view, as }: { readonly view: QuestionView; readonly as: Prominence | 'row' }) {
  const { values, problem } = view;
  const question = as === 'row' ? withoutMatrix(view.question) : view.question;
  const { variable } = question;
  const several = question.type === 'multi_choice';
  const hint = question.help?.en ?? (several ? 'Select all that apply.' : undefined);
  const ids = {
    hint: `${variable}-hint`,
    warning: `${variable}-warning`,
    error: `${variable}-error`,
  };
  return (
    <FormGroup wrong={problem !== undefined}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy(
          hint && ids.hint,
          question.warning && ids.warning,
          problem && ids.error,
          view.lastTime && `${variable}-last-time`,
        )}
      >
        <Legend text={question.text.en} as={as === 'page' ? 'page' : 'item'} />
        <Hint id={ids.hint} text={hint} />
        <Warning id={ids.warning} text={question.warning?.en} />
        <InlineError id={ids.error} problem={problem} />
        <LastTimeNote view={view} id={`${variable}-last-time`} />
        <div
          className={`${several ? 'nhsuk-checkboxes' : 'nhsuk-radios'}${as === 'row' ? ' nhsuk-radios--inline' : ''}`}
        >
          {(question.options ?? []).map((option, position) => (
            <OptionInput
              key={option.code}
              type={several ? 'checkbox' : 'radio'}
              id={optionId(variable, position)}
              name={variable}
              option={option}
              checked={values.includes(option.code)}
            />
          ))}
        </div>
      </fieldset>
    </FormGroup>
  );
}

/** What the hospital said last time, with the button that says it again; nothing is chosen beforehand. */
function LastTimeNote({ view, id }: { readonly view: QuestionView; readonly id: string }) {
  const { lastTime, question } = view;
  if (lastTime === undefined) return null;
  const answer = lastTime.answer.toLowerCase();
  return (
    <div className="nhsuk-inset-text respond-last-time">
      <p id={id}>
        Last time ({lastTime.roundTitle}) the answer for this hospital was <strong>{answer}</strong>. Is that
        still true?
      </p>
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        type="submit"
        name={AS_LAST_TIME}
        value={question.variable}
      >
        Still true: {answer}
        <span className="nhsuk-u-visually-hidden"> ({question.text.en})</span>
      </button>
    </div>
  );
}

/** A row says only what is its own: the words around it stand above all rows. */
const withoutMatrix = (question: AnswerableQuestion): AnswerableQuestion => ({
  ...question,
  text: question.inMatrix?.row.label ?? question.text,
  help: undefined,
  warning: undefined,
});

/** "I don't know" and the like for a question that is answered by typing; nothing when it has no such option. */
export function AbsenceOptions({ view }: { readonly view: QuestionView }) {
  const { variable, options = [] } = view.question;
  const absences = options.filter(({ kind }) => kind !== 'substantive');
  if (absences.length === 0) return null;
  return (
    <div className="nhsuk-checkboxes">
      {absences.map((option) => (
        <OptionInput
          key={option.code}
          type="checkbox"
          id={`${variable}-${option.code}`}
          name={variable}
          option={option}
          checked={view.values.includes(option.code)}
        />
      ))}
    </div>
  );
}

/** What was typed, apart from ticked absences such as "I don't know". */
export const typedValue = ({ question, values }: QuestionView): string =>
  values.find((value) => value !== '' && !question.options?.some(({ code }) => code === value)) ?? '';

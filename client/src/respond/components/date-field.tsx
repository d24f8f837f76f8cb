import { DATE_PARTS, type DatePart, datePartField } from '@liaison-atlas/shared/fieldwork/respond-page';
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

const LABELS: Readonly<Record<DatePart, string>> = { day: 'Day', month: 'Month', year: 'Year' };

/** A date in three boxes, as the design system has it: no calendar to operate, and it works in every browser. */
export function DateField({ view, as }: { readonly view: QuestionView; readonly as: Prominence }) {
  const { question, problem } = view;
  const { variable } = question;
  const hint = question.help?.en ?? 'For example, 30 4 2026.';
  const ids = { hint: `${variable}-hint`, warning: `${variable}-warning`, error: `${variable}-error` };
  const typed = partsOf(typedValue(view));
  return (
    <FormGroup wrong={problem !== undefined}>
      <fieldset
        className="nhsuk-fieldset"
        role="group"
        aria-describedby={describedBy(ids.hint, question.warning && ids.warning, problem && ids.error)}
      >
        <Legend text={question.text.en} as={as} />
        <Hint id={ids.hint} text={hint} />
        <Warning id={ids.warning} text={question.warning?.en} />
        <InlineError id={ids.error} problem={problem} />
        <div className="nhsuk-date-input">
          {DATE_PARTS.map((part) => (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={partId(variable, part)}>
                {LABELS[part]}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${part === 'year' ? 4 : 2}${problem ? ' nhsuk-input--error' : ''}`}
                id={partId(variable, part)}
                name={datePartField(variable, part)}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={typed[part]}
                aria-invalid={problem ? true : undefined}
              />
            </div>
          ))}
        </div>
        <AbsenceOptions view={view} />
      </fieldset>
    </FormGroup>
  );
}

/** The first box carries the variable as its id, so that the error summary's link reaches it. */
const partId = (variable: string, part: DatePart): string =>
  part === 'day' ? variable : `${variable}-${part}`;

/** What stands in the boxes: a stored date, or an incomplete one as it was typed. */
function partsOf(value: string): Readonly<Record<DatePart, string>> {
  const [year = '', month = '', ...day] = value.split('-');
  return { day: day.join('-'), month, year };
}

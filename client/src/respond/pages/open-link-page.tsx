import { HOSPITAL_NOT_LISTED, type OpenLinkModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import { ErrorSummary, type SummaryError } from '../components/error-summary.js';
import { problemText } from '../components/field-parts.js';
import { HiddenFields } from '../components/hidden-fields.js';
import { TextBox } from '../components/text-box.js';
import { formatMoment } from '../format-moment.js';

/** The problems of a page with named fields, each leading to its field. */
export const fieldErrors = (problems: readonly Problem[]): SummaryError[] =>
  problems.map((problem) => ({
    href: problem.field === '' ? '' : `#${problem.field}`,
    text: problemText(problem),
  }));

/** Begins a form without a personal link: choose the hospital, leave an address if wished, press Start. */
export function OpenLinkPage({ model }: { readonly model: OpenLinkModel }) {
  const { entered, problems } = model;
  const about = (field: string): Problem | undefined => problems.find((problem) => problem.field === field);
  const wrong = about('hospital');
  return (
    <>
      <ErrorSummary errors={fieldErrors(problems)} />
      <h1 className="nhsuk-heading-l">
        {model.surveyTitle}
        <span className="nhsuk-caption-l">{model.roundTitle}</span>
      </h1>
      <p>
        Answer here if your team works in one of these hospitals. If somebody has sent you a link of your own,
        use that one instead, so that nobody answers twice.
      </p>
      {model.closesAt && <p>The survey closes on {formatMoment(model.closesAt)}.</p>}
      <form method="post" action={model.base} noValidate>
        <HiddenFields fields={[{ name: 'key', value: model.key }]} />
        <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
          <label className="nhsuk-label nhsuk-label--m" htmlFor="hospital">
            Which hospital do you answer for?
          </label>
          <div className="nhsuk-hint" id="hospital-hint">
            The list holds other names of a hospital too. Typing the first letters leads there.
          </div>
          {wrong && (
            <span className="nhsuk-error-message" id="hospital-error">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {problemText(wrong)}
            </span>
          )}
          <select
            className={`nhsuk-select${wrong ? ' nhsuk-select--error' : ''}`}
            id="hospital"
            name="hospital"
            defaultValue={entered.hospital}
            aria-describedby={wrong ? 'hospital-hint hospital-error' : 'hospital-hint'}
          >
            <option value="">Choose a hospital</option>
            <option value={HOSPITAL_NOT_LISTED}>My hospital is not in the list</option>
            {model.hospitals.map(({ odsCode, name }) => (
              <option key={`${odsCode} ${name}`} value={odsCode}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
            Only if your hospital is not in the list
          </legend>
          <TextBox name="otherName" label="Its name" value={entered.otherName} problem={about('otherName')} />
          <TextBox name="otherTown" label="Its town" value={entered.otherTown} problem={about('otherTown')} />
        </fieldset>
        <TextBox
          name="email"
          type="email"
          autoComplete="email"
          label="Your e-mail address, if we are to send you the way back (may stay empty)"
          hint="Used for one mail and not kept with your answers. Without it, the next page shows a link to keep."
          value={entered.email}
          problem={about('email')}
        />
        <button className="nhsuk-button" type="submit">
          Start
        </button>
      </form>
    </>
  );
}

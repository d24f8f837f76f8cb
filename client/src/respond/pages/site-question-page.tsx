import type { SiteQuestionModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { ErrorSummary } from '../components/error-summary.js';

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'dont_know', label: 'I don’t know' },
] as const;
const NO_ANSWER = 'Choose yes, no, or that you don’t know.';

/** One question to a hospital, answered with a button; or the thanks. Works without a script. */
export function SiteQuestionPage({ model }: { readonly model: SiteQuestionModel }) {
  const { hospitalName, question, action, unanswered } = model;
  if (action === '')
    return (
      <>
        <h1 className="nhsuk-heading-l">Your answer has been received</h1>
        <p>Thank you. The survey team looks at it; you can close this page. The link cannot be used again.</p>
      </>
    );
  return (
    <>
      {unanswered && <ErrorSummary errors={[{ href: '#answer-yes', text: NO_ANSWER }]} />}
      <h1 className="nhsuk-heading-l">
        One question about your hospital <span className="nhsuk-caption-l">{hospitalName}</span>
      </h1>
      <form method="post" action={action} noValidate>
        <div className={`nhsuk-form-group${unanswered ? ' nhsuk-form-group--error' : ''}`}>
          <fieldset className="nhsuk-fieldset" aria-describedby={unanswered ? 'answer-error' : undefined}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{question}</legend>
            {unanswered && (
              <span className="nhsuk-error-message" id="answer-error">
                <span className="nhsuk-u-visually-hidden">Error: </span>
                {NO_ANSWER}
              </span>
            )}
            <div className="nhsuk-radios">
              {ANSWERS.map(({ value, label }) => (
                <div className="nhsuk-radios__item" key={value}>
                  <input
                    className="nhsuk-radios__input"
                    type="radio"
                    name="answer"
                    value={value}
                    id={`answer-${value}`}
                  />
                  <label className="nhsuk-label nhsuk-radios__label" htmlFor={`answer-${value}`}>
                    {label}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <button type="submit" className="nhsuk-button">
          Send the answer
        </button>
      </form>
    </>
  );
}

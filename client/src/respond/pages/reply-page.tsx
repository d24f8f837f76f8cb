import type { ReplyModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { ReactNode } from 'react';

import { ErrorSummary } from '../components/error-summary.js';
import { formatMoment } from '../format-moment.js';

const OTHER = {
  yes: 'another integrated service is on site',
  no: 'no other integrated service is on site',
  not_known: 'not known',
} as const;

/** What would be published about a hospital, and the four things that it can say to it. Works without a script. */
export function ReplyPage({ model }: { readonly model: ReplyModel }) {
  const { action, shown, said, attempt, endsAt } = model;
  return (
    <>
      {attempt !== undefined && <ErrorSummary errors={[{ href: '#words', text: attempt.problem }]} />}
      <h1 className="nhsuk-heading-l">
        What will be published about your hospital{' '}
        <span className="nhsuk-caption-l">{shown.hospitalName}</span>
      </h1>
      <p>
        This is exactly what will stand under the name of your hospital in the results of “{model.roundTitle}”, and
        nothing else will. You can reply until {formatMoment(endsAt)}.
      </p>
      <dl className="nhsuk-summary-list">
        <Row name="Situation">{shown.label}</Row>
        <Row name="Integration score">
          {shown.score === null ? 'none stands there' : `${shown.score} of 100`}
        </Row>
        {shown.marker !== '' && <Row name="Beside it">{shown.marker}</Row>}
        <Row name="Other integrated service">{OTHER[shown.otherProvision]}</Row>
        <Row name="Quotations">
          {shown.quotations.length === 0
            ? 'none may be quoted'
            : shown.quotations.map((words) => <blockquote key={words}>“{words}”</blockquote>)}
        </Row>
      </dl>

      <h2 className="nhsuk-heading-m">Is it right?</h2>
      {said !== '' && (
        <div className="nhsuk-inset-text">
          <p>
            {said === 'right'
              ? 'You said that this is right.'
              : 'You said that something is wrong. The survey team looks at it; you can add to it, or say that it is right.'}
          </p>
        </div>
      )}
      {said !== 'right' && (
        <Press action={action} value="right">
          This is right
        </Press>
      )}
      <form method="post" action={action} noValidate>
        <div className={`nhsuk-form-group${attempt === undefined ? '' : ' nhsuk-form-group--error'}`}>
          <label className="nhsuk-label nhsuk-label--s" htmlFor="words">
            Something is wrong
          </label>
          <div className="nhsuk-hint" id="words-hint">
            Say what is wrong and what would be right. Do not name patients or colleagues. Only the survey team reads
            this.
          </div>
          {attempt !== undefined && (
            <span className="nhsuk-error-message" id="words-error">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {attempt.problem}
            </span>
          )}
          <textarea
            className="nhsuk-textarea"
            id="words"
            name="words"
            rows={4}
            aria-describedby={attempt === undefined ? 'words-hint' : 'words-hint words-error'}
            aria-invalid={attempt === undefined ? undefined : true}
            defaultValue={attempt?.words ?? ''}
          />
        </div>
        <button type="submit" className="nhsuk-button nhsuk-button--secondary" name="do" value="wrong">
          Tell the survey team
        </button>
      </form>

      <h2 className="nhsuk-heading-m">What may be named</h2>
      <p>
        You can refuse that the score, or the quotations, stand under the name of your hospital. They go on counting in
        the totals of all hospitals. You can change this until the last day.
      </p>
      <Naming model={model} />
    </>
  );
}

function Naming({ model: { action, refusesScore, refusesQuotations } }: { readonly model: ReplyModel }) {
  return (
    <>
      {refusesScore ? (
        <>
          <p>Your score will not be named.</p>
          <Press action={action} value="name_score">
            Take back: our score may be named as agreed
          </Press>
        </>
      ) : (
        <Press action={action} value="hide_score">
          Do not name our score
        </Press>
      )}
      {refusesQuotations ? (
        <>
          <p>Your quotations will not be named.</p>
          <Press action={action} value="name_quotations">
            Take back: our quotations may be named as agreed
          </Press>
        </>
      ) : (
        <Press action={action} value="hide_quotations">
          Do not name our quotations
        </Press>
      )}
    </>
  );
}

function Press(props: { readonly action: string; readonly value: string; readonly children: ReactNode }) {
  const { action, value, children } = props;
  return (
    <form method="post" action={action}>
      <button
        type="submit"
        className={`nhsuk-button${value === 'right' ? '' : ' nhsuk-button--secondary'}`}
        name="do"
        value={value}
      >
        {children}
      </button>
    </form>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{name}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  );
}

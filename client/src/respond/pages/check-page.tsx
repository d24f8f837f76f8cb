import type { CheckModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { AnswerList, changeId } from '../components/answer-list.js';
import { FurtherHospitals } from '../components/further-hospitals.js';
import { ErrorSummary, type SummaryError } from '../components/error-summary.js';
import { FormGroup, InlineError, problemText } from '../components/field-parts.js';
import { HiddenFields } from '../components/hidden-fields.js';

/** The problems of the check page, each leading to the row or the box that it is about. */
export const checkErrors = ({ rows, otherProblems, correction }: CheckModel): SummaryError[] => [
  ...rows.flatMap(({ variable, problem }) =>
    problem ? [{ href: `#${changeId(variable)}`, text: problemText(problem) }] : [],
  ),
  ...(correction?.problem ? [{ href: '#reason', text: problemText(correction.problem) }] : []),
  ...otherProblems.map((problem) => ({ href: '', text: problemText(problem) })),
];

/** All answers in words before they are sent; for a correction, with the reason. */
export function CheckPage({ model }: { readonly model: CheckModel }) {
  const { correction } = model;
  return (
    <>
      <ErrorSummary errors={checkErrors(model)} />
      <h1 className="nhsuk-heading-l">
        {correction ? 'Check your corrected answers' : 'Check your answers before sending'}
      </h1>
      <AnswerList rows={model.rows} />
      {model.speaksFor && <FurtherHospitals speaksFor={model.speaksFor} />}
      {model.preview ? <EndOfPreview base={model.base} /> : <Sending model={model} />}
      {!model.preview && (
        <p>
          Should somebody else look at it first?{' '}
          <a href={`${model.base}/hand-over`}>Hand over to a colleague</a>
        </p>
      )}
    </>
  );
}

/** A preview ends here: there is nothing to send. */
function EndOfPreview({ base }: { readonly base: string }) {
  return (
    <div className="nhsuk-inset-text">
      <p>
        This is the end of the preview. Respondents send their answers from this page; here nothing is sent.
      </p>
      <p>
        <a href={base}>Start the preview again</a>
      </p>
    </div>
  );
}

function Sending({ model }: { readonly model: CheckModel }) {
  const { correction } = model;
  return (
    <form method="post" action={`${model.base}/submit`} noValidate>
      <HiddenFields
        fields={[
          { name: 'expectedRevision', value: String(model.expectedRevision) },
          { name: 'idempotencyKey', value: model.idempotencyKey },
        ]}
      />
      {correction && <Reason reason={correction.reason} problem={correction.problem} />}
      <button className="nhsuk-button" type="submit">
        {correction ? 'Send the corrected answers' : 'Send your answers'}
      </button>
    </form>
  );
}

function Reason({ reason, problem }: NonNullable<CheckModel['correction']>) {
  return (
    <FormGroup wrong={problem !== undefined}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor="reason">
        Why are you changing your answers?
      </label>
      <div className="nhsuk-hint" id="reason-hint">
        What you sent before is kept beside the correction. Do not name patients or staff.
      </div>
      <InlineError id="reason-error" problem={problem} />
      <textarea
        className={`nhsuk-textarea${problem ? ' nhsuk-textarea--error' : ''}`}
        id="reason"
        name="reason"
        rows={3}
        defaultValue={reason}
        aria-describedby={problem ? 'reason-hint reason-error' : 'reason-hint'}
        aria-invalid={problem ? true : undefined}
      />
    </FormGroup>
  );
}

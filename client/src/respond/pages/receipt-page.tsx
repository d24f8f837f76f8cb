import type { ReceiptModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { AnswerList } from '../components/answer-list.js';
import { FurtherHospitals } from '../components/further-hospitals.js';
import { formatMoment } from '../format-moment.js';

/** Proof of having answered, what was sent, and the offer to correct it while that is possible. */
export function ReceiptPage({ model }: { readonly model: ReceiptModel }) {
  const { receipt } = model;
  return (
    <>
      <div className="nhsuk-panel">
        <h1 className="nhsuk-panel__heading">Your answers have been received</h1>
        <div className="nhsuk-panel__body">
          Your reference number is <strong>{receipt.reference}</strong>
        </div>
      </div>
      <p>
        Received on {formatMoment(receipt.submittedAt)}
        {model.hospitalName && ` for ${model.hospitalName}`}. Keep the reference number: you need it if you
        ask about these answers.
      </p>
      {model.mayCorrect && (
        <>
          <h2 className="nhsuk-heading-m">If something was wrong</h2>
          {model.unsentChanges && (
            <div className="nhsuk-inset-text">
              <p>You have changed answers since then, and the change has not been sent.</p>
            </div>
          )}
          <p>
            You can change your answers
            {model.correctionsUntil && ` until ${formatMoment(model.correctionsUntil)}`}. You will be asked
            for the reason. What you sent first is kept.
          </p>
          <p>
            <a href={`${model.base}/check`}>
              {model.unsentChanges ? 'Check and send your changes' : 'Change your answers'}
            </a>
          </p>
        </>
      )}
      <p>
        <a href={`${model.base}/compare`}>How your hospital compares with the last release</a>
      </p>
      <h2 className="nhsuk-heading-m">What you sent</h2>
      <AnswerList rows={model.rows} />
      <FurtherHospitals speaksFor={model.speaksFor} />
      <p>To keep a copy of your answers, print this page or save it.</p>
      <h2 className="nhsuk-heading-m">If you want to take your answers back</h2>
      <p>
        You can <a href={`${model.base}/withdraw`}>withdraw your answers</a>. They are then erased.
      </p>
    </>
  );
}

import type { WithdrawModel, WithdrawnModel } from '@liaison-atlas/shared/fieldwork/respond-page';

/** Says what withdrawing does, and does it only when the button is pressed: mail scanners open links. */
export function WithdrawPage({ model }: { readonly model: WithdrawModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        {model.sent ? 'Withdraw your answers' : 'Delete what you have saved'}
        {model.hospitalName && <span className="nhsuk-caption-l">{model.hospitalName}</span>}
      </h1>
      <p>
        {model.sent
          ? 'Everything that was sent with this link is erased: answers, comments, corrections and their reasons. We keep only that a form was withdrawn.'
          : 'Everything that was saved with this link is erased.'}
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>It cannot be undone, and this link cannot be used for new answers.</li>
        {model.sent && (
          <li>
            Results that have been released stay as they are. Your hospital is left out of the next release,
            unless a colleague has answered for it too.
          </li>
        )}
      </ul>
      <form method="post" action={`${model.base}/withdraw`}>
        <button type="submit" className="nhsuk-button nhsuk-button--warning">
          {model.sent ? 'Withdraw and erase my answers' : 'Delete what I have saved'}
        </button>
      </form>
      <p>
        <a href={model.backHref}>Keep them and go back</a>
      </p>
    </>
  );
}

/** All that is left to see at a link whose answers were withdrawn. */
export function WithdrawnPage({ model }: { readonly model: WithdrawnModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Your answers have been withdrawn</h1>
      <p>
        What was saved and sent with this link for {model.roundTitle} has been erased. This link cannot be
        used for new answers.
      </p>
      <p>To answer again, ask the person who invited you for a new link.</p>
    </>
  );
}

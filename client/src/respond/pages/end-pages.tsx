import type { ClosedModel, TroubleModel } from '@liaison-atlas/shared/fieldwork/respond-page';

/** The round takes no more answers. Names no hospital and says nothing about who answered. */
export function ClosedPage({ model }: { readonly model: ClosedModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">This survey is closed</h1>
      <p>{model.roundTitle} no longer takes answers. Thank you for your interest.</p>
      <p>
        Results are shown under <a href="/rounds">rounds</a> once they have been released.
      </p>
    </>
  );
}

/** The same words for an unknown, an expired and a withdrawn link: the page tells nobody which it is. */
export function UnusablePage() {
  return (
    <>
      <h1 className="nhsuk-heading-l">This link cannot be used</h1>
      <p>Check that you have opened the whole link: it may have been cut off in the e-mail.</p>
      <p>If it still does not work, ask the person who invited you for a new link.</p>
    </>
  );
}

/** Something went wrong on our side, or too many attempts were made; what was saved stays saved. */
export function TroublePage({ model }: { readonly model: TroubleModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{model.heading}</h1>
      <p>{model.message}</p>
      {model.back && (
        <p>
          <a href={model.back.href}>{model.back.text}</a>
        </p>
      )}
    </>
  );
}

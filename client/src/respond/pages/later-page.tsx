import type { LaterModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { formatMoment } from '../format-moment.js';

/** The answers are saved; the link to come back with, in full, to copy or to pass to a colleague. */
export function LaterPage({ model }: { readonly model: LaterModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Your answers so far are saved</h1>
      <p>
        Open this link on any device to go on. Anyone who has it can see and change the answers, so pass it on
        only to a colleague who should answer with you.
      </p>
      <p className="respond-link" id="resume-link">
        {model.link}
      </p>
      {model.closesAt && <p>The survey closes on {formatMoment(model.closesAt)}.</p>}
      <p>
        <a href={model.nextHref}>Go on now</a>
      </p>
      <p>
        <a href={`${model.base}/hand-over`}>Hand over to a colleague by e-mail</a>
      </p>
      <p>
        <a href={`${model.base}/withdraw`}>Delete what I have saved</a>
      </p>
    </>
  );
}

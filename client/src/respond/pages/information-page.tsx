import type { InformationModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { formatMoment } from '../format-moment.js';

/** Who asks, why, and what happens with the answers: read before the first question. */
export function InformationPage({ model }: { readonly model: InformationModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">{model.surveyTitle}</h1>
      <p>
        {model.roundTitle}
        {model.hospitalName && `, for ${model.hospitalName}`}
      </p>
      {model.sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2 className="nhsuk-heading-m">{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p>
        Your answers are saved at every step. You can stop at any time and go on later, on this or another
        device, with the same link.
        {model.closesAt && ` The survey closes on ${formatMoment(model.closesAt)}.`}
      </p>
      <p>
        <a className="nhsuk-button" href={model.nextHref}>
          {model.started ? 'Continue' : 'Start'}
        </a>
      </p>
    </>
  );
}

import type { HandedOverModel, HandOverModel } from '@liaison-atlas/shared/fieldwork/respond-page';

import { ErrorSummary } from '../components/error-summary.js';
import { HiddenFields } from '../components/hidden-fields.js';
import { TextBox } from '../components/text-box.js';
import { fieldErrors } from './open-link-page.js';

/** Sends a colleague a link of their own to this form; says first what that means for the sender. */
export function HandOverPage({ model }: { readonly model: HandOverModel }) {
  return (
    <>
      <ErrorSummary errors={fieldErrors(model.problems)} />
      <h1 className="nhsuk-heading-l">
        Hand over to a colleague
        {model.hospitalName && <span className="nhsuk-caption-l">{model.hospitalName}</span>}
      </h1>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Your colleague gets a link of their own by e-mail and sees what you have answered so far.</li>
        <li>Your link goes on working. Whoever finishes sends the answers, once for both.</li>
        <li>If you both change one page at once, both versions are shown and nothing is overwritten.</li>
        <li>The address is used for this one mail. It is not kept with the answers.</li>
      </ul>
      <form method="post" action={`${model.base}/hand-over`} noValidate>
        <HiddenFields fields={[{ name: 'key', value: model.key }]} />
        <TextBox
          name="email"
          type="email"
          label="E-mail address of your colleague"
          hint="One address at your trust or your service."
          value={model.email}
          problem={model.problems.find(({ field }) => field === 'email')}
        />
        <button className="nhsuk-button" type="submit">
          Send the link
        </button>
      </form>
    </>
  );
}

/** Says that the link is on its way, and to nobody to whom. */
export function HandedOverPage({ model }: { readonly model: HandedOverModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        {model.isSent ? 'Your colleague will get a link' : 'Please pass the link on yourself'}
      </h1>
      {model.isSent ? (
        <p>
          It is on its way and leads to this form. If it does not arrive within an hour, it may have been held
          back as unwanted mail: pass on your own link instead.
        </p>
      ) : (
        <>
          <p>This site cannot send mail at present. Your own link leads your colleague to the same form:</p>
          <p className="respond-link">{model.link}</p>
        </>
      )}
      <p>Your own link goes on working.</p>
      <p>
        <a href={model.base}>Go on with the survey</a>
      </p>
    </>
  );
}

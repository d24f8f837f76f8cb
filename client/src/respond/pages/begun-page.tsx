import type { BegunModel } from '@liaison-atlas/shared/fieldwork/respond-page';

const MAIL_WORDS = {
  not_wanted: '',
  on_its_way: 'A mail with a link of its own is on its way to the address that you gave.',
  no_mail: 'This site cannot send mail at present, so keep this link yourself.',
} as const satisfies Record<BegunModel['mail'], string>;

/** A form has been begun by an open link: the link to come back with, before anything is asked. */
export function BegunPage({ model }: { readonly model: BegunModel }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">
        Keep this link
        {model.hospitalName && <span className="nhsuk-caption-l">{model.hospitalName}</span>}
      </h1>
      <p>
        It is the way back to your answers, now and until the survey closes. Anyone who has it can see and
        change them.
      </p>
      <p className="respond-link" id="resume-link">
        {model.link}
      </p>
      {MAIL_WORDS[model.mail] && <p>{MAIL_WORDS[model.mail]}</p>}
      <p>
        <a className="nhsuk-button" href={model.nextHref}>
          Go on to the survey
        </a>
      </p>
    </>
  );
}

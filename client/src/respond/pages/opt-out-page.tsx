import type { OptOutModel } from '@liaison-atlas/shared/fieldwork/respond-page';

const HEADINGS = {
  asked: 'Get no more mail from us',
  done: 'You get no more mail from us',
  again: 'You get mail from us again',
} as const;

/** The words of a step, the browser's title and the page's heading. */
export const optOutHeading = ({ step }: OptOutModel): string => HEADINGS[step];

/** Asks first, and changes nothing until the button is pressed. The same words for every link, known or not. */
export function OptOutPage({ model }: { readonly model: OptOutModel }) {
  const { action, step } = model;
  return (
    <>
      <h1 className="nhsuk-heading-l">{optOutHeading(model)}</h1>
      {step === 'asked' && (
        <p>
          Press the button and the address to which this link was sent gets no more invitations and reminders,
          in this survey and in later ones. Your answers, and the link to them, stay as they are.
        </p>
      )}
      {step === 'done' && (
        <p>
          If this link came to you by e-mail, that address gets no more invitations and reminders. A mail that
          was on its way may still arrive. You can still answer by your link.
        </p>
      )}
      {step === 'again' && (
        <p>If this link came to you by e-mail, that address gets mail about surveys again.</p>
      )}
      <form method="post" action={action}>
        {step === 'done' && <input type="hidden" name="choice" value="mail-again" />}
        <button
          type="submit"
          className={step === 'done' ? 'nhsuk-button nhsuk-button--secondary' : 'nhsuk-button'}
        >
          {step === 'done' ? 'That was a mistake: write to me again' : 'Send me no more mail'}
        </button>
      </form>
    </>
  );
}

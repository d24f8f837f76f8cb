import type { MailTemplate } from './mail-template.js';
import type { MailingKind } from './mailing-kind.js';

/** A text to begin with, for each kind; the survey lead changes it as they like. */
export const FIRST_TEMPLATES: Readonly<Record<MailingKind, MailTemplate>> = {
  invitation: {
    subject: '{round}: five minutes about {hospital}',
    body: `Dear {name},

we ask the liaison psychiatry teams of all acute hospitals how they work with NHS Talking Therapies. Please answer for {hospital}, until {closes}. It takes about five minutes.

{link}

The link is for you: please do not publish it. You can stop at any point and go on later.

If you want no more mail about surveys from us, open this and press the button:
{stop}`,
  },
  reminder: {
    subject: 'Reminder: {round}, {hospital}',
    body: `Dear {name},

nobody has answered for {hospital} yet. The survey is open until {closes}, and takes about five minutes:

{link}

If you have begun already, what you saved is still there.

If you want no more mail about surveys from us, open this and press the button:
{stop}`,
  },
  thanks: {
    subject: 'Thank you: {round}, {hospital}',
    body: `Dear {name},

thank you for answering for {hospital}. This is a copy of what you sent:

{answers}

While corrections are open you can change it by your link.

If you want no more mail about surveys from us, open this and press the button:
{stop}`,
  },
};

import { perspectiveWords } from '../round-settings.js';
import type { Perspective } from '../response.js';
import type { MailTemplate } from './mail-template.js';
import type { MailingKind } from './mailing-kind.js';

/** What the first texts of a round say of its questionnaire. */
export interface AboutRound {
  /** Title of the questionnaire, in English; '' = it has none. */
  readonly title: string;
  /** How long it takes (`estimatedMinutes`). */
  readonly minutes: number;
  /** Whose view is asked for, in the order of the survey. */
  readonly perspectives: readonly Perspective[];
}

const STOP = `If you want no more mail about surveys from us, open this and press the button:
{stop}`;

/** A text to begin with, for each kind; the survey lead changes it as they like. */
export function firstTemplates({
  title,
  minutes,
  perspectives,
}: AboutRound): Readonly<Record<MailingKind, MailTemplate>> {
  const long = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  // Braces are for placeholders; a title that has them would leave the text refused.
  const named = title.replaceAll(/[{}]/g, '');
  const asked = perspectives.length === 0 ? 'people like you' : inWords(perspectives.map(perspectiveWords));
  const about = named === '' ? 'to take part in a survey' : `to take part in the survey “${named}”`;
  return {
    invitation: {
      subject: '{round}: {hospital}',
      body: `Dear {name},

we ask ${asked} ${about}. Please answer for {hospital}, until {closes}. It takes about ${long}.

{link}

The link is for you: please do not publish it. You can stop at any point and go on later.

${STOP}`,
    },
    reminder: {
      subject: 'Reminder: {round}, {hospital}',
      body: `Dear {name},

nobody has answered for {hospital} yet. The survey is open until {closes}, and takes about ${long}:

{link}

If you have begun already, what you saved is still there.

${STOP}`,
    },
    thanks: THANKS,
  };
}

/** The first text of the thanks, the same for every questionnaire. */
const THANKS: MailTemplate = {
  subject: 'Thank you: {round}, {hospital}',
  body: `Dear {name},

thank you for answering for {hospital}. This is a copy of what you sent:

{answers}

While corrections are open you can change it by your link.

${STOP}`,
};

/** "a", "a and b", "a, b and c". */
const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

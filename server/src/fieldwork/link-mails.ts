import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';

import type { NewMail } from '../outbox/outbox.service.js';
import { LINK_MARK } from '../outbox/outbox-message.entity.js';
import { SYNTHETIC_MAIL } from './mailing/to-mails.js';
import type { Round } from './round.entity.js';

/** Kinds of mail with a further link to a form. */
export const RESUME_KIND = 'resume_link';
export const HAND_OVER_KIND = 'hand_over';

interface LinkMail {
  readonly round: Pick<Round, 'id' | 'title' | 'kind' | 'closesAt'>;
  readonly furtherLinkId: string;
  readonly recipient: string;
}

/** The way back to a form that was begun by an open link. Names no hospital: mail is read by others too. */
export const resumeMail = (mail: LinkMail): NewMail => ({
  ...common(mail),
  kind: RESUME_KIND,
  template: 'resume-link-1',
  subject: `${mark(mail)}Your link: ${mail.round.title}`,
  body: [
    ...above(mail),
    `You have begun a form of the survey "${mail.round.title}".`,
    'With this link you can go on at any time, on any device:',
    LINK_MARK,
    'Whoever has the link can see and change the answers. Pass it on only to a colleague who answers with you.',
    ...closing(mail),
    'If you did not ask for this mail, delete it; nothing else will come. Your address was used for this mail only and is not kept.',
  ].join('\n\n'),
});

/** A colleague's own link to a form that somebody else has begun. Without a word of the sender's own. */
export const handOverMail = (mail: LinkMail): NewMail => ({
  ...common(mail),
  kind: HAND_OVER_KIND,
  template: 'hand-over-1',
  subject: `${mark(mail)}A colleague asks you to answer: ${mail.round.title}`,
  body: [
    ...above(mail),
    `A colleague who answers the survey "${mail.round.title}" for your hospital has asked for this link to be sent to you. It leads to the form that they have begun:`,
    LINK_MARK,
    "You both see the same answers, and your colleague's own link goes on working. Where you both change the same page at once, both versions are shown and nothing is overwritten.",
    ...closing(mail),
    'If this is not meant for you, delete it; nothing else will come. Your address was used for this mail only and is not kept.',
  ].join('\n\n'),
});

const common = ({ round, furtherLinkId, recipient }: LinkMail) => ({
  subjectId: furtherLinkId,
  roundId: round.id,
  dedupeKey: `further-link:${furtherLinkId}`,
  recipient,
});

const mark = ({ round }: LinkMail): string => (round.kind === 'synthetic' ? 'SYNTHETIC: ' : '');

const above = ({ round }: LinkMail): string[] => (round.kind === 'synthetic' ? [SYNTHETIC_MAIL] : []);

const closing = ({ round }: LinkMail): string[] =>
  round.closesAt === null ? [] : [`The survey closes on ${dayInWords(round.closesAt)}.`];

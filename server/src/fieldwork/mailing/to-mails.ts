import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import { dayInWords } from '@liaison-atlas/shared/kernel/day-in-words';
import { fillTemplate, type MailTemplate } from '@liaison-atlas/shared/fieldwork/mailing/mail-template';

import type { Round } from '../round.entity.js';

/** Stands above every mail of a synthetic round: nobody may take it for a real one. */
export const SYNTHETIC_MAIL =
  'SYNTHETIC: this round is a demonstration with invented data. Nothing in it is about a real hospital.';

/** The mail to one person about one hospital, as it lies in the outbox: what is filled in late keeps its braces. */
export function toMail(
  template: MailTemplate,
  round: Round,
  person: { readonly name: string },
  hospitalName: string,
): MailTemplate {
  const synthetic = round.kind === 'synthetic';
  const filled = fillTemplate(template, {
    name: person.name === '' ? 'colleague' : person.name,
    hospital: displayName(round.kind, hospitalName),
    round: round.title,
    closes: round.closesAt === null ? 'the end of the round' : dayInWords(round.closesAt),
  });
  if (!synthetic) return filled;
  return {
    subject: `SYNTHETIC: ${filled.subject}`.slice(0, 200),
    body: `${SYNTHETIC_MAIL}\n\n${filled.body}`,
  };
}

import { updateRows } from '../../database/row-statements.js';
import type { MailKind } from '../../outbox/mail-kind.js';
import type { NewMail } from '../../outbox/outbox.service.js';
import { OutboxMessage } from '../../outbox/outbox-message.entity.js';

/** Answers to who sent a correction, and questions to teams. */
export const CORRECTION_ANSWER = 'correction_answer';
export const TEAM_QUESTION = 'team_question';

/** A mail whose address and words go once it has been sent or dropped. */
export const fleetingMail = (name: string): MailKind => ({
  name,
  prepare: (_unit, { recipient }) =>
    Promise.resolve(
      recipient === '' ? { send: false, reason: 'The address has been erased.' } : { send: true },
    ),
  settled: async ({ manager }, { id }, state) => {
    // What may still be sent again by a person needs both.
    if (state === 'sent' || state === 'dropped')
      await updateRows(manager, OutboxMessage, { id }, { recipient: '', body: '' });
  },
});

/** The answer to a correction. @param reason '' = it was taken over */
export const correctionAnswer = (correctionId: string, recipient: string, reason: string): NewMail => ({
  kind: CORRECTION_ANSWER,
  template: 'correction-answer-1',
  subjectId: correctionId,
  roundId: '',
  dedupeKey: `correction:${correctionId}`,
  recipient,
  subject: 'What became of your correction to the service register',
  body: [
    'Dear reader,',
    reason === ''
      ? 'thank you: what you wrote has been taken into the service register of Liaison Atlas.'
      : 'thank you for what you wrote about the service register of Liaison Atlas. It was not taken over, for this reason:',
    ...(reason === '' ? [] : [reason]),
    'Your address has been erased; this is the only mail that you get about it.',
  ].join('\n\n'),
});

/** A reader's question on its way to a team. The reader's address is in it, so that the team can answer. */
export const teamQuestion = (
  questionId: string,
  to: { readonly recipient: string; readonly serviceName: string },
  { text, email }: { readonly text: string; readonly email: string },
): NewMail => ({
  kind: TEAM_QUESTION,
  template: 'team-question-1',
  subjectId: questionId,
  roundId: '',
  dedupeKey: `team-question:${questionId}`,
  recipient: to.recipient,
  subject: `A question about ${to.serviceName}`.slice(0, 200),
  body: [
    'Dear colleagues,',
    `somebody who read the service register of Liaison Atlas asks about ${to.serviceName}:`,
    text,
    `Please answer to ${email}. Who asks has not seen your address, and Liaison Atlas keeps no copy once this mail has gone.`,
  ].join('\n\n'),
});

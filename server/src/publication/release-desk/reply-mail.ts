import type { Round } from '../../fieldwork/round.entity.js';
import type { NewMail } from '../../outbox/outbox.service.js';
import { LINK_MARK } from '../../outbox/outbox-message.entity.js';

/** Kind of mail in the outbox. */
export const REPLY_MAIL = 'right_of_reply';

/** The mail with a hospital's link. Names no hospital and no answer: mail is read by others too. */
export const replyMail = (
  round: Pick<Round, 'id' | 'title' | 'kind'>,
  own: { readonly linkId: string; readonly recipient: string; readonly endsAt: string },
): NewMail => ({
  kind: REPLY_MAIL,
  template: 'right-of-reply-1',
  subjectId: own.linkId,
  roundId: round.id,
  dedupeKey: `right-of-reply:${own.linkId}`,
  recipient: own.recipient,
  subject:
    `${round.kind === 'synthetic' ? 'SYNTHETIC: ' : ''}What we will publish about your hospital: ${round.title}`.slice(
      0,
      200,
    ),
  body: [
    'Dear colleague,',
    `your hospital answered the survey "${round.title}". Before its results are published, you can see exactly what will stand under the name of your hospital, say that it is right or what is wrong, and refuse the naming of its score and of its quotations:`,
    LINK_MARK,
    `You can reply until ${own.endsAt.slice(0, 10)}. If you do not, it will be published as shown, within what your team agreed to when it answered. No account is needed.`,
    'The link is for your hospital alone. Your address is not kept with what you reply.',
  ].join('\n\n'),
});

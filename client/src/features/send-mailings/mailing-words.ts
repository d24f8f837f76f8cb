import type { LeftOutReason } from '@liaison-atlas/shared/fieldwork/mailing/plan-audience';

import { formatMoment } from '../../lib/format.js';
import type { ShownMailing } from './send-mailings.graphql.js';

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  opted_out: 'want no more mail',
  bounced: 'mail to the address was refused before',
  no_hospital_in_frame: 'have no hospital in the frame of the round',
  already_answered: 'the hospital has answered',
  already_invited: 'are invited for the hospital already',
  not_invited: 'have no invitation that went out',
};
export const leftOutWords = (reason: LeftOutReason): string => REASONS[reason];

/** What a mailing is, such as "Reminder 2". */
export const mailingTitle = ({ kind, number }: Pick<ShownMailing, 'kind' | 'number'>): string =>
  kind === 'thanks' ? 'Thanks' : `${kind === 'invitation' ? 'Invitation' : 'Reminder'} ${number}`;

/** Where a mailing stands, in words. */
export function mailingStateWords({ state, sendAt }: Pick<ShownMailing, 'state' | 'sendAt'>): string {
  switch (state) {
    case 'scheduled':
      return `waits until ${formatMoment(sendAt)}`;
    case 'sending':
      return 'is being sent';
    case 'on':
      return 'go out as answers come in';
    case 'off':
      return 'turned off';
    case 'paused':
    case 'finished':
    case 'cancelled':
      return state;
  }
}

/** How many messages are where, leaving out the states that none is in. */
export function progressWords(mailing: ShownMailing): string {
  const parts: readonly (readonly [number, string])[] = [
    [mailing.queued, 'queued'],
    [mailing.held, 'held back'],
    [mailing.sending, 'being sent'],
    [mailing.sent, 'sent'],
    [mailing.bounced, 'bounced'],
    [mailing.failed, 'failed'],
    [mailing.inDoubt, 'in doubt'],
    [mailing.dropped, 'not wanted any more'],
  ];
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} ${words}`)
      .join(', ') || 'none yet'
  );
}

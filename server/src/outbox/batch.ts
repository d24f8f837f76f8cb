import { groupBy } from '@liaison-atlas/shared/kernel/group-by';

import type { Unit } from '../database/unit.js';
import { changeSending } from './batch-statements.js';
import type { Prepared } from './mail-kind.js';
import type { Mail } from './mail-transport.js';
import { LINK_MARK, OutboxMessage, type SettledState } from './outbox-message.entity.js';
import type { OutboxService } from './outbox.service.js';

/** After so many attempts at which the mail server said "later" a message is given up. */
export const MAX_ATTEMPTS = 5;

/** How a message has ended. */
export interface Ended {
  readonly message: OutboxMessage;
  readonly state: SettledState;
  readonly reason: string;
}

/** The mail as it is handed over: the marks of its body filled. It is never stored so. */
export function toFilled(
  { id, recipient, subject, body }: OutboxMessage,
  { link = '', fill = {}, unsubscribe = '' }: Extract<Prepared, { send: true }>,
): Mail {
  // One pass: a mark that stands in what is filled in is text.
  const values = new Map([[LINK_MARK, link], ...Object.entries(fill)]);
  const text = body.replace(/\{[a-z]+\}/g, (mark) => values.get(mark) ?? mark);
  return { id, recipient, subject, text, unsubscribe };
}

/**
 * Writes down how messages ended, and tells those who queued them; one that somebody else has settled meanwhile is left
 * alone. Each message has an audit event of its own: they end apart, and each has its own history.
 */
export async function settleAll(
  unit: Unit,
  outbox: OutboxService,
  ended: readonly Ended[],
  now: string,
): Promise<void> {
  const groups = groupBy(ended, ({ state, reason }) => `${state} ${reason}`);
  const settled: Ended[] = [];
  for (const group of groups.values()) {
    const [{ state, reason } = { state: 'failed' as const, reason: '' }] = group;
    const ids = group.map(({ message }) => message.id);
    const change = { state, reason, ...(state === 'sent' && { sentAt: now }) };
    const changed = await changeSending(unit.manager, ids, change);
    settled.push(...group.filter(({ message }) => changed.has(message.id)));
  }
  await outbox.settled(
    unit,
    settled.map(({ message, state, reason }) => ({
      state,
      message: Object.assign(new OutboxMessage(), message, { state, reason }),
    })),
  );
  for (const { message, state } of settled)
    await unit.audit(
      `mail.${state.replace('_', '-')}`,
      'outbox_message',
      message.id,
      { attempts: message.attempts },
      { after: { state } },
    );
}

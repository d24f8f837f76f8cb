import type { EntityManager } from 'typeorm';

import { OutboxMessage } from '../outbox/outbox-message.entity.js';

/** How long the address of a question that could not be sent is kept for another attempt, in days. */
export const ADDRESS_DAYS = 7;

const NOT_WANTED = 'The question was answered or closed by then.';

/**
 * Erases whom questions were written to; a mail that still waits is not sent any more. What a site is asked can quote
 * its forms: the text of the mail goes too.
 * @param messages which mails
 */
export async function eraseAddresses(
  manager: EntityManager,
  messages: readonly string[],
  reason = NOT_WANTED,
): Promise<void> {
  for (const id of messages) {
    for (const state of ['queued', 'held'] as const)
      await manager.update(OutboxMessage, { id, state }, { state: 'dropped', reason });
    await manager.update(OutboxMessage, { id }, { recipient: '', body: '' });
  }
}

/** The mails of some questions whose address is still there. */
export async function mailsWithAddress(
  manager: EntityManager,
  kind: string,
  queryIds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const subjectId of queryIds)
    for (const { id, recipient } of await manager.findBy(OutboxMessage, { kind, subjectId }))
      if (recipient !== '') found.push(id);
  return found;
}

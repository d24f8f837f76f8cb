import type { EntityManager } from 'typeorm';

import { OutboxMessage } from './outbox-message.entity.js';

const NOT_WANTED = 'The question was answered or closed by then.';

/**
 * Erases whom mails were written to; one that still waits is not sent any more. What a hospital is asked can quote its
 * forms: the text of the mail goes too.
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

/** The mails about some subjects, such as questions to sites, whose address is still there. */
export async function mailsWithAddress(
  manager: EntityManager,
  kind: string,
  subjectIds: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const subjectId of subjectIds)
    for (const { id, recipient } of await manager.findBy(OutboxMessage, { kind, subjectId }))
      if (recipient !== '') found.push(id);
  return found;
}

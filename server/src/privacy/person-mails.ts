import { maskAddress, mentionsAddress } from '@liaison-atlas/shared/privacy/mask-address';
import { type EntityManager, In } from 'typeorm';

import { SignInLink } from '../access/sign-in/sign-in-link.entity.js';
import { escapeLike } from '../database/escape-like.js';
import { Invitation } from '../fieldwork/invitation.entity.js';
import { CAN_GO_OUT, OutboxMessage } from '../outbox/outbox-message.entity.js';
import type { KnownAs } from './find-person.js';
import { PendingRectification } from './pending-rectification.entity.js';

/** Mails of a person: those to them, and those to others that name their address. */
export interface PersonMails {
  readonly own: readonly OutboxMessage[];
  readonly naming: readonly OutboxMessage[];
}

/** Those to the address, about the account, and with a link of the contact; whatever address they went to then. */
export async function mailsOf(manager: EntityManager, known: KnownAs): Promise<PersonMails> {
  const own = new Map<string, OutboxMessage>();
  const add = (mails: readonly OutboxMessage[]): void => {
    for (const mail of mails) own.set(mail.id, mail);
  };
  add(await manager.findBy(OutboxMessage, { recipient: known.email }));
  const subjects: string[] = [];
  if (known.personId !== null) {
    subjects.push(known.personId);
    const links = await manager.find(SignInLink, {
      where: { personId: known.personId },
      select: { id: true },
    });
    subjects.push(...links.map(({ id }) => id));
    const pending = await manager.findBy(PendingRectification, { personId: known.personId });
    subjects.push(...pending.map(({ id }) => id));
  }
  if (known.contactId !== null) {
    const where = { contactId: known.contactId };
    const invitations = await manager.find(Invitation, { where, select: { id: true } });
    subjects.push(...invitations.map(({ id }) => id));
  }
  if (subjects.length > 0) add(await manager.findBy(OutboxMessage, { subjectId: In(subjects) }));
  const text = `%${escapeLike(known.email)}%`;
  const perhaps = await manager
    .createQueryBuilder(OutboxMessage, 'm')
    .where(
      `lower(m.body) LIKE :text ESCAPE '\\' OR lower(m.subject) LIKE :text ESCAPE '\\' OR lower(m.reason) LIKE :text ESCAPE '\\'`,
      { text },
    )
    .getMany();
  const naming = perhaps.filter(
    ({ id, body, subject, reason }) =>
      !own.has(id) && [body, subject, reason].some((each) => mentionsAddress(each, known.email)),
  );
  return { own: [...own.values()], naming };
}

/** Kind of the mail to the address that an account has, when it is to get another. */
export const ADDRESS_NOTICE = 'address_notice';

/** Why a mail to somebody who was erased did not go out. */
const NOT_SENT = 'The person was erased before it was sent.';

/** Empties the mails to a person, sends none that waits, and takes their address out of those to others. */
export async function eraseMails(
  manager: EntityManager,
  { own, naming }: PersonMails,
  email: string,
): Promise<void> {
  for (const { id, state, reason } of own) {
    const dropped = CAN_GO_OUT.includes(state) ? { state: 'dropped' as const, reason: NOT_SENT } : {};
    const masked = { reason: maskAddress(reason, email) };
    await manager.update(
      OutboxMessage,
      { id },
      { recipient: '', subject: '', body: '', ...masked, ...dropped },
    );
  }
  for (const { id, subject, body, reason } of naming)
    await manager.update(
      OutboxMessage,
      { id },
      {
        subject: maskAddress(subject, email),
        body: maskAddress(body, email),
        reason: maskAddress(reason, email),
      },
    );
}

/**
 * What waits goes to the new address, but for the notice that is meant for the old one; what went to the old one is emptied,
 * since it may be somebody else's.
 */
export async function moveMails(manager: EntityManager, { own }: PersonMails, email: string): Promise<void> {
  for (const { id, state, kind } of own) {
    if (kind === ADDRESS_NOTICE && CAN_GO_OUT.includes(state)) continue;
    await manager.update(
      OutboxMessage,
      { id },
      CAN_GO_OUT.includes(state) ? { recipient: email } : { recipient: '', subject: '', body: '' },
    );
  }
}

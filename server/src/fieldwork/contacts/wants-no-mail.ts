import type { EntityManager } from 'typeorm';

import { Contact } from './contact.entity.js';
import { MailOptOut } from './mail-opt-out.entity.js';
import { addressHash } from './store-contacts.js';

/**
 * Why a mail may not go to an address any more although it was queued; '' = it may. An address of which nothing is known
 * is somebody who was typed in by hand, or has been erased since: the mail's own part of the product knows about that.
 */
export async function wantsNoMail(manager: EntityManager, email: string): Promise<string> {
  const which = { addressHash: addressHash(email.toLowerCase()) };
  if (await manager.existsBy(MailOptOut, which)) return 'They want no more mail.';
  const contact = await manager.findOneBy(Contact, which);
  return contact?.bouncedAt == null ? '' : 'Mail to this address has been refused for good.';
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, IsNull } from 'typeorm';

import { findRow } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { sha256 } from '../../platform/ids.js';
import { Contact } from '../contacts/contact.entity.js';
import { MailOptOut } from '../contacts/mail-opt-out.entity.js';
import { Invitation } from '../invitation.entity.js';
import { InvitationToken } from './invitation-token.entity.js';

/**
 * What the holder of a mailed link can do beside answering: get no more mail. Nothing that comes back tells whether a
 * token is known.
 */
@Injectable()
export class MailedLinkService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes the address to which the link was mailed out of all mail, or puts it back. */
  async setOptOut(token: string, optedOut: boolean): Promise<void> {
    const invitation = await this.find(token);
    if (invitation === null || invitation.contactId === null) return;
    const { contactId } = invitation;
    await this.unitOfWork.run({ id: `invitation:${invitation.id}` }, async (unit) => {
      const { manager } = unit;
      const contact = await manager.findOneBy(Contact, { id: contactId });
      if (contact === null) return;
      const { addressHash } = contact;
      const known = await manager.existsBy(MailOptOut, { addressHash });
      if (known === optedOut) return;
      if (optedOut) await manager.insert(MailOptOut, { addressHash, at: this.clock.now(), by: 'link' });
      else await manager.delete(MailOptOut, { addressHash });
      await unit.audit(optedOut ? 'contact.opted-out' : 'contact.opted-in', 'contact', contactId);
    });
  }

  /** Notes that a mailed link was opened for the first time: by a person, or by a scanner of mail. */
  async noteOpened(token: string): Promise<void> {
    const invitation = await this.find(token);
    if (invitation === null || invitation.openedAt !== null) return;
    const { id } = invitation;
    await this.unitOfWork.run({ id: `invitation:${id}` }, async (unit) => {
      const opened = { openedAt: this.clock.now() };
      const { affected } = await unit.manager.update(Invitation, { id, openedAt: IsNull() }, opened);
      if (affected === 1) await unit.audit('invitation.opened', 'invitation', id);
    });
  }

  private async find(token: string): Promise<Invitation | null> {
    if (!/^[\w-]{16,64}$/.test(token)) return null;
    const { manager } = this.reader;
    const known = await findRow(manager, InvitationToken, { tokenHash: sha256(token) });
    return known === null ? null : findRow(manager, Invitation, { id: known.invitationId });
  }
}

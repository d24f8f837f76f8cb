import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import { daysBefore } from '@liaison-atlas/shared/kernel/days-before';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, LessThan, Not, type Repository } from 'typeorm';

import type { Prepared } from '../outbox/mail-kind.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { holdRows } from '../database/hold-rows.js';
import { findRow, insertRows, updateRows } from '../database/row-statements.js';
import type { Unit } from '../database/unit.js';
import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { stableId } from '../frame/stable-id.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { newId, newToken, sha256 } from '../platform/ids.js';
import { FurtherLink, type FurtherLinkKind } from './further-link.entity.js';
import { handOverMail, RESUME_KIND, HAND_OVER_KIND, resumeMail } from './link-mails.js';
import { runForLink } from './link-draft.js';
import { Invitation } from './invitation.entity.js';
import { LinkService, type Unusable } from './link.service.js';
import type { Round } from './round.entity.js';

/** How often one form can be handed over; more is somebody using us to send mail. */
export const MOST_HAND_OVERS = 5;
const KINDS: readonly string[] = [RESUME_KIND, HAND_OVER_KIND];

/**
 * Further links to a form: for a colleague, or for the way back by mail. The address stands in the outbox alone, and is
 * erased there as soon as it is known what became of the mail.
 */
@Injectable()
export class FurtherLinkService {
  constructor(
    @InjectRepository(OutboxMessage) private readonly messages: Repository<OutboxMessage>,
    private readonly links: LinkService,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    for (const name of KINDS)
      outbox.register({
        name,
        urgent: true,
        prepare: (unit, message) => this.prepare(unit, message),
        settled: async ({ manager }, { id }) => {
          await updateRows(manager, OutboxMessage, { id }, { recipient: '' });
        },
      });
  }

  /** Whether mail leaves this site at all. */
  get sends(): boolean {
    return this.config.smtpUrl !== '';
  }

  /** Sends a colleague a link of their own to the same form; the sender's goes on working. */
  async handOver(
    token: string,
    input: { readonly email: string; readonly key: string },
  ): Promise<Result<{ readonly handedOver: true }, Problem> | Unusable> {
    const link = await this.links.find(token);
    if (link === 'unusable' || !link.mayAnswer) return 'unusable';
    const email = parseEmailAddress(input.email, 'email');
    if (!email.ok) return email;
    if (!/^[\w-]{8,64}$/.test(input.key)) return refuse(BAD_KEY);
    const { invitation, round } = link;
    // Made from what was pressed, so that pressing twice sends one mail.
    const id = stableId('further-link', invitation.id, input.key);
    return runForLink(this.unitOfWork, link, async (unit) => {
      const { manager } = unit;
      if ((await findRow(manager, FurtherLink, { id })) !== null)
        return accept({ handedOver: true as const });
      // On PostgreSQL two at once would each count before the other has written.
      await manager.findOneOrFail(Invitation, { where: { id: invitation.id }, ...holdRows(manager) });
      const before = await manager.countBy(FurtherLink, { invitationId: invitation.id, kind: 'hand_over' });
      if (before >= MOST_HAND_OVERS) return refuse(TOO_MANY);
      await this.add(unit, { id, invitationId: invitation.id, kind: 'hand_over' });
      await this.outbox.enqueue(unit, handOverMail({ round, furtherLinkId: id, recipient: email.value }));
      await unit.audit('response.handed-over', 'invitation', invitation.id, { link: id });
      return accept({ handedOver: true as const });
    });
  }

  /** Queues the way back for somebody who came by an open link; part of the unit in which the form is begun. */
  async sendWayBack(unit: Unit, round: Round, invitationId: string, recipient: string): Promise<void> {
    const furtherLinkId = newId();
    await this.add(unit, { id: furtherLinkId, invitationId, kind: 'resume' });
    await this.outbox.enqueue(unit, resumeMail({ round, furtherLinkId, recipient }));
  }

  /** Adds a link to a form; its token is known to nobody unless it is given. */
  async add(
    { manager }: Unit,
    row: { readonly id: string; readonly invitationId: string; readonly kind: FurtherLinkKind },
    token = newToken(),
  ): Promise<void> {
    const further = { ...row, tokenHash: sha256(token), createdAt: this.clock.now() };
    await insertRows(manager, FurtherLink, [further]);
  }

  /** How many addresses `eraseOldAddresses` would erase now. */
  countOldAddresses(): Promise<number> {
    return this.messages.countBy(this.oldMails());
  }

  private oldMails(): FindOptionsWhere<OutboxMessage> {
    const limit = daysBefore(this.clock.now(), this.config.retention.unsentAddresses);
    return { kind: In([...KINDS]), createdAt: LessThan(limit), recipient: Not('') };
  }

  /**
   * Erases addresses that have waited too long for a mail server; asked once a day.
   * @returns how many mails will not be sent any more
   */
  async eraseOldAddresses(): Promise<number> {
    const old = await this.messages.find({ where: this.oldMails(), select: { id: true } });
    if (old.length === 0) return 0;
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      for (const { id } of old) {
        await updateRows(unit.manager, OutboxMessage, { id }, { recipient: '' });
        const gaveUp = { state: 'dropped' as const, reason: WAITED_TOO_LONG };
        await updateRows(unit.manager, OutboxMessage, { id, state: 'queued' }, gaveUp);
      }
      await unit.audit('mail.addresses-erased', 'outbox_message', '', { mails: old.length });
      return old.length;
    });
  }

  /** A new token at each attempt: the one of an attempt that failed opens nothing. */
  private async prepare({ manager }: Unit, { recipient, subjectId }: OutboxMessage): Promise<Prepared> {
    if (recipient === '') return { send: false, reason: 'The address has been erased.' };
    const token = newToken();
    const changed = await updateRows(manager, FurtherLink, { id: subjectId }, { tokenHash: sha256(token) });
    if (changed === 0) return { send: false, reason: 'The link is not there any more.' };
    return { send: true, link: `${this.config.publicUrl}/respond/${token}` };
  }
}

const WAITED_TOO_LONG = 'It waited too long for a mail server; the address has been erased.';

const BAD_KEY: Problem = {
  code: 'BAD_IDEMPOTENCY_KEY',
  field: 'key',
  message: 'The form was sent incomplete, so nothing was sent.',
  mend: 'Open the page again and send it from there.',
};
const TOO_MANY: Problem = {
  code: 'TOO_MANY',
  field: 'email',
  message: `This form has been handed over ${MOST_HAND_OVERS} times.`,
  mend: 'Pass your own link on instead: whoever has it can see and change the answers.',
};

import { toAnswersText } from '@liaison-atlas/shared/fieldwork/mailing/to-answers-text';
import { Injectable } from '@nestjs/common';

import { findRow, insertRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import type { Prepared } from '../../outbox/mail-kind.js';
import type { OutboxMessage, SettledState } from '../../outbox/outbox-message.entity.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { newToken, sha256 } from '../../platform/ids.js';
import { readContacts } from '../contacts/contact-rows.js';
import { Invitation } from '../invitation.entity.js';
import { Response } from '../response.entity.js';
import { ResponseRevision } from '../response-revision.entity.js';
import { Round } from '../round.entity.js';
import { InvitationMailService, markAddresses, MARK_WORDS } from './invitation-mail.service.js';
import { InvitationToken } from './invitation-token.entity.js';
import { Mailing } from './mailing.entity.js';
import { toMail } from './to-mails.js';

/**
 * Thanks with a copy of the answers, where the round has it turned on: once for each link, to the person whom it was
 * mailed to and to nobody else. The answers are put in when the mail is sent, so that the outbox never holds them.
 */
@Injectable()
export class ThanksService {
  constructor(
    private readonly outbox: OutboxService,
    private readonly mail: InvitationMailService,
    private readonly instruments: InstrumentService,
    private readonly frame: FrameService,
    private readonly clock: Clock,
  ) {
    outbox.register({
      name: 'thanks',
      marks: MARK_WORDS,
      prepare: (unit, message) => this.prepare(unit, message),
      settled: (unit, message, state) => this.settled(unit, message, state),
    });
  }

  /** Queues thanks in the unit of a first submission; a link that was not mailed costs no statement. */
  async queue(unit: Unit, invitation: Invitation, round: Round): Promise<void> {
    const { contactId } = invitation;
    if (contactId === null || contactId === undefined) return;
    const { manager } = unit;
    const thanks = await findRow(manager, Mailing, { roundId: round.id, kind: 'thanks', state: 'going' });
    if (thanks === null) return;
    const [contact] = await readContacts(manager, { ids: [contactId] });
    if (contact === undefined || contact.optedOutAt !== null) return;
    const hospital = this.frame.findHospital(invitation.odsCode)?.name ?? invitation.odsCode;
    await this.outbox.enqueue(unit, {
      kind: 'thanks',
      template: 'thanks-1',
      subjectId: invitation.id,
      roundId: round.id,
      groupId: thanks.id,
      dedupeKey: `thanks:${invitation.id}`,
      recipient: contact.email,
      ...toMail(thanks, round, contact, hospital),
    });
  }

  private async prepare({ manager }: Unit, { subjectId }: OutboxMessage): Promise<Prepared> {
    const invitation = await findRow(manager, Invitation, { id: subjectId });
    const [contact] =
      invitation?.contactId == null ? [] : await readContacts(manager, { ids: [invitation.contactId] });
    if (invitation === null || contact === undefined || contact.optedOutAt !== null)
      return { send: false, reason: 'The person was erased from the contacts, or asked for no more mail.' };
    const response = await findRow(manager, Response, { invitationId: subjectId });
    const round = await findRow(manager, Round, { id: invitation.roundId });
    const sent =
      response === null || response.state === 'withdrawn'
        ? null
        : await findRow(manager, ResponseRevision, { responseId: response.id, revision: response.revision });
    if (sent === null || round === null) return { send: false, reason: 'The answers were taken back.' };
    const token = newToken();
    await insertRows(manager, InvitationToken, [
      { tokenHash: sha256(token), invitationId: subjectId, madeAt: this.clock.now() },
    ]);
    const links = this.mail.linksFor(token);
    const hospitals = this.frame.listSites();
    const answers = toAnswersText(await this.instruments.contentOf(round), sent.answers, hospitals);
    return { ...links, fill: { ...links.fill, '{answers}': answers } };
  }

  private async settled({ manager }: Unit, message: OutboxMessage, state: SettledState): Promise<void> {
    if (state === 'bounced') await markAddresses(manager, [message.subjectId], this.clock.now());
  }
}

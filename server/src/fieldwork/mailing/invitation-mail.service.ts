import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';

import { insertRows } from '../../database/row-statements.js';
import type { Unit } from '../../database/unit.js';
import type { Prepared, Settled } from '../../outbox/mail-kind.js';
import type { OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { newToken, sha256 } from '../../platform/ids.js';
import { deleteUnsent } from '../contacts/erase-contacts.js';
import { Invitation } from '../invitation.entity.js';
import { type LateMail, stillAsked } from './answered-views.js';
import { InvitationToken } from './invitation-token.entity.js';

/** What is asked about an invitation at the moment its mail is sent. */
interface Standing {
  readonly id: string;
  readonly contactId: string | null;
  readonly roundId: string;
  readonly odsCode: string;
  readonly optedOut: number | string;
  readonly answered: number | string;
  readonly roundState: string;
  readonly closesAt: string | null;
}

/** What readers of the outbox see where something is filled in when the mail is sent. */
export const MARK_WORDS = {
  '{stop}': '(a link by which only the recipient gets no more mail)',
  '{answers}': '(a copy of the answers)',
} as const;

/**
 * The mails of invitations and reminders: each gets a token of its own when it is sent, and is dropped when it comes too
 * late. Both are asked about in batches, with the same few statements for one mail and for many.
 */
@Injectable()
export class InvitationMailService {
  constructor(
    outbox: OutboxService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    for (const name of ['invitation', 'reminder'] as const)
      outbox.register({
        name,
        marks: MARK_WORDS,
        prepareAll: (unit, messages) => this.prepare(unit, messages),
        settledAll: (unit, settled) => this.settled(unit, settled, name),
      });
  }

  /** The links of a mail, for a token that is on disk before the mail goes out. */
  linksFor(token: string): Extract<Prepared, { send: true }> {
    const stop = `${this.config.publicUrl}/opt-out/${token}`;
    return {
      send: true,
      link: `${this.config.publicUrl}/respond/${token}`,
      fill: { '{stop}': stop },
      unsubscribe: stop,
    };
  }

  private async prepare(
    { manager }: Unit,
    messages: readonly OutboxMessage[],
  ): Promise<ReadonlyMap<string, Prepared>> {
    const standings = await this.standings(
      manager,
      messages.map(({ subjectId }) => subjectId),
    );
    const madeAt = this.clock.now();
    const tokens: { tokenHash: string; invitationId: string; madeAt: string }[] = [];
    const prepared = new Map<string, Prepared>();
    const asked = await stillAsked(manager, lateMails(messages, standings));
    for (const { id, subjectId } of messages) {
      const reason = whyNot(standings.get(subjectId), asked.has(id), madeAt);
      if (reason !== '') {
        prepared.set(id, { send: false, reason });
        continue;
      }
      const token = newToken();
      tokens.push({ tokenHash: sha256(token), invitationId: subjectId, madeAt });
      prepared.set(id, this.linksFor(token));
    }
    await insertRows(manager, InvitationToken, tokens);
    return prepared;
  }

  private async standings(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Standing>> {
    const rows = await manager
      .createQueryBuilder(Invitation, 'i')
      .innerJoin('round', 'r', 'r.id = i.round_id')
      .leftJoin('contact', 'c', 'c.id = i.contact_id')
      .leftJoin('mail_opt_out', 'o', 'o.address_hash = c.address_hash')
      .select('i.id', 'id')
      .addSelect('c.id', 'contactId')
      .addSelect('i.round_id', 'roundId')
      .addSelect('i.ods_code', 'odsCode')
      .addSelect('CASE WHEN o.address_hash IS NULL THEN 0 ELSE 1 END', 'optedOut')
      .addSelect(
        `CASE WHEN EXISTS (SELECT 1 FROM response s WHERE s.round_id = i.round_id AND s.ods_code = i.ods_code
          AND s.revision > 0) THEN 1 ELSE 0 END`,
        'answered',
      )
      .addSelect('r.state', 'roundState')
      .addSelect('r.closes_at', 'closesAt')
      .where('i.id IN (:...ids)', { ids })
      .getRawMany<Standing>();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async settled(
    { manager }: Unit,
    settled: readonly Settled[],
    kind: 'invitation' | 'reminder',
  ): Promise<void> {
    const idsOf = (state: Settled['state']): string[] =>
      settled.filter((one) => one.state === state).map(({ message }) => message.subjectId);
    const now = this.clock.now();
    const set = (ids: readonly string[], change: Partial<Invitation> | Record<string, () => string>) =>
      ids.length === 0 ? undefined : manager.update(Invitation, { id: In(ids) }, change);
    if (kind === 'reminder')
      await set(idsOf('sent'), { remindersSent: () => 'COALESCE(reminders_sent, 0) + 1' });
    else {
      await set(idsOf('sent'), { state: 'sent', sentAt: now, bouncedAt: null });
      await set(idsOf('failed'), { state: 'failed' });
      await set(idsOf('in_doubt'), { state: 'in_doubt' });
      await deleteUnsent(manager, idsOf('dropped'));
    }
    const bounced = idsOf('bounced');
    if (bounced.length === 0) return;
    await set(bounced, { state: 'bounced', bouncedAt: now });
    await markAddresses(manager, bounced, now);
  }
}

/** Nobody writes to an address any more that was refused for good, until it is changed. */
export async function markAddresses(
  manager: EntityManager,
  invitationIds: readonly string[],
  bouncedAt: string,
): Promise<void> {
  await manager
    .createQueryBuilder()
    .update('contact')
    .set({ bouncedAt })
    .where('id IN (SELECT contact_id FROM invitation WHERE id IN (:...invitationIds))', { invitationIds })
    .execute();
}

/** Mails about hospitals that have answered meanwhile. */
const lateMails = (
  messages: readonly OutboxMessage[],
  standings: ReadonlyMap<string, Standing>,
): readonly LateMail[] =>
  messages.flatMap(({ id: messageId, subjectId, groupId }) => {
    const standing = standings.get(subjectId);
    if (standing === undefined || standing.contactId === null || Number(standing.answered) === 0) return [];
    const { roundId, contactId, odsCode } = standing;
    return [{ messageId, mailingId: groupId ?? '', roundId, contactId, odsCode }];
  });

/** Why a mail does not go out any more; '' = it does. */
function whyNot(standing: Standing | undefined, isStillAsked: boolean, now: string): string {
  if (standing === undefined || standing.contactId === null)
    return 'The person was erased from the contacts, or the invitation taken back.';
  if (Number(standing.optedOut) === 1) return 'The person asked for no more mail.';
  if (Number(standing.answered) === 1 && !isStillAsked) return 'Somebody has answered for the hospital.';
  const isOpen = standing.roundState === 'open' || standing.roundState === 'pilot';
  if (!isOpen || (standing.closesAt !== null && standing.closesAt <= now)) return 'The round has closed.';
  return '';
}

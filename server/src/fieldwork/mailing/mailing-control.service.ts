import { checkTemplate, type MailTemplate } from '@liaison-atlas/shared/fieldwork/mailing/mail-template';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, In } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { updateRows } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { OutboxMessage } from '../../outbox/outbox-message.entity.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId, newId } from '../../platform/ids.js';
import { chunksOf } from '../contacts/contact-rows.js';
import { deleteUnsent } from '../contacts/erase-contacts.js';
import { RoundService } from '../round.service.js';
import { type MailingProgress, progressOf } from './mailing-progress.js';
import { Mailing } from './mailing.entity.js';

type Lead = Pick<Actor, 'id' | 'grants'>;

/** What can be done with a mailing that was queued. */
export const MAILING_ACTS = ['pause', 'resume', 'cancel'] as const;
export type MailingAct = (typeof MAILING_ACTS)[number];

const FROM: Readonly<Record<MailingAct, readonly Mailing['state'][]>> = {
  pause: ['going'],
  resume: ['paused'],
  cancel: ['going', 'paused'],
};
const TO = { pause: 'paused', resume: 'going', cancel: 'cancelled' } as const;
const EVENT = { pause: 'mailing.paused', resume: 'mailing.resumed', cancel: 'mailing.cancelled' } as const;

/** Pauses, resumes and cancels mailings, and turns thanks on and off. What has gone out is never called back. */
@Injectable()
export class MailingControlService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly rounds: RoundService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND where there is none that this can be done with */
  async act(actor: Lead, id: string, act: MailingAct): Promise<MailingProgress> {
    const known = isId(id);
    const mailing = known ? await this.reader.manager.findOneBy(Mailing, { id }) : null;
    // To whom no round is open at all, a mailing elsewhere is not there.
    requireAccess(actor, 'ManageContacts', mailing === null ? {} : { round: mailing.roundId });
    return this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      const from = mailing?.state ?? 'cancelled';
      const isPossible = mailing !== null && mailing.kind !== 'thanks' && FROM[act].includes(from);
      if (!isPossible || (await updateRows(manager, Mailing, { id, state: from }, { state: TO[act] })) === 0)
        throw notPossible();
      if (act === 'pause')
        await manager.update(OutboxMessage, { groupId: id, state: 'queued' }, { state: 'held' });
      if (act === 'resume')
        await manager.update(OutboxMessage, { groupId: id, state: 'held' }, { state: 'queued' });
      if (act === 'cancel') await this.drop(manager, mailing);
      await unit.audit(EVENT[act], 'mailing', id);
      const stored = await manager.findOneByOrFail(Mailing, { id });
      const [progress] = await progressOf(manager, [stored], this.clock.now());
      if (progress === undefined) throw notPossible();
      return progress;
    });
  }

  /** Turns thanks with a copy of the answers on or off for a round. @throws DomainError FORBIDDEN, NOT_FOUND */
  async setThanks(
    actor: Lead,
    roundId: string,
    on: boolean,
    template: MailTemplate,
  ): Promise<Result<MailingProgress, Problem>> {
    requireAccess(actor, 'ManageContacts', { round: roundId });
    await this.rounds.get(roundId);
    const checked = checkTemplate('thanks', template);
    if (!checked.ok) return checked;
    return this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      const now = this.clock.now();
      const change = { ...checked.value, state: on ? ('going' as const) : ('paused' as const) };
      const before = await manager.findOneBy(Mailing, { roundId, kind: 'thanks' });
      const id = before?.id ?? newId();
      const common = { number: 1, listIds: [], audienceHash: '', recipients: 0 };
      if (before !== null) await manager.update(Mailing, { id }, change);
      else
        await manager.insert(Mailing, {
          ...common,
          ...change,
          id,
          roundId,
          kind: 'thanks',
          sendAt: now,
          createdAt: now,
          createdBy: actor.id,
        });
      await unit.audit(on ? 'thanks.turned-on' : 'thanks.turned-off', 'mailing', id);
      const stored = await manager.findOneByOrFail(Mailing, { id });
      const [progress] = await progressOf(manager, [stored], now);
      if (progress === undefined) throw notPossible();
      return accept(progress);
    });
  }

  /** Takes back what waits; its invitations go too, so that the people can be invited again. */
  private async drop(manager: EntityManager, { id, kind }: Mailing): Promise<void> {
    const where = { groupId: id, state: In(['queued', 'held']) };
    const waiting = await manager.find(OutboxMessage, { where, select: { id: true, subjectId: true } });
    await manager.update(OutboxMessage, where, { state: 'dropped', reason: 'The mailing was cancelled.' });
    if (kind !== 'invitation') return;
    for (const chunk of chunksOf(waiting))
      await deleteUnsent(
        manager,
        chunk.map(({ subjectId }) => subjectId),
      );
  }
}

const notPossible = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'There is no mailing with which this can be done now.',
    'id',
    'Load the mailings again: it may have ended meanwhile.',
  );

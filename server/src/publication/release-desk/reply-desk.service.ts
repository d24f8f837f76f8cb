import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import {
  isRunning,
  replyEnd,
  type ReplyStanding,
  replyStandings,
} from '@liaison-atlas/shared/publication/right-of-reply';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { insertRows } from '../../database/row-statements.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { readContacts } from '../../fieldwork/contacts/contact-rows.js';
import { Invitation } from '../../fieldwork/invitation.entity.js';
import { RELEASE_DESK } from '../../fieldwork/round-change.js';
import { RoundService, roundTopic } from '../../fieldwork/round.service.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { newId, newToken, sha256 } from '../../platform/ids.js';
import { FreezeService } from '../../cleaning/freeze.service.js';
import { holdRound } from './hold-round.js';
import { addReplyEvents, toReplyEvent } from './reply-rows.js';
import { replyMail } from './reply-mail.js';
import { ReplyEventRow } from './reply-event.entity.js';
import { ReplyLink } from './reply-link.entity.js';
import { ReplyPeriodRow } from './reply-period.entity.js';
import { ShownRowsService } from './shown-rows.service.js';

/** A right of reply as the team sees it. */
export interface ReplyDesk {
  readonly period: ReplyPeriodRow;
  readonly isRunning: boolean;
  readonly standings: readonly ReplyStanding[];
  /** ODS codes of hospitals to which a link was mailed or given. */
  readonly linked: ReadonlySet<string>;
}

/** Opens the right of reply, and says how it stands. */
@Injectable()
export class ReplyDeskService {
  constructor(
    private readonly rounds: RoundService,
    private readonly freezes: FreezeService,
    private readonly shownRows: ShownRowsService,
    private readonly outbox: OutboxService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly reader: DataSource,
  ) {}

  /** The latest right of reply of a round; null = none was opened. @throws DomainError FORBIDDEN, NOT_FOUND */
  async read(actor: Pick<Actor, 'grants'>, roundId: string): Promise<ReplyDesk | null> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    await this.rounds.get(roundId);
    return this.latest(roundId);
  }

  /** The same without asking who wants it. */
  async latest(roundId: string): Promise<ReplyDesk | null> {
    const period = await latestPeriod(this.reader.manager, roundId);
    if (period === null) return null;
    const own = { where: { periodId: period.id } };
    const rows = await this.reader.getRepository(ReplyEventRow).find({ ...own, order: { number: 'ASC' } });
    const links = await this.reader.getRepository(ReplyLink).find(own);
    return {
      period,
      isRunning: isRunning(period, this.clock.now()),
      standings: replyStandings(rows.map(toReplyEvent)),
      linked: new Set(links.map(({ odsCode }) => odsCode)),
    };
  }

  /**
   * Opens the right of reply of a frozen round: every hospital with answers is offered its row, and each of its
   * contacts who was invited gets a link of their own by mail. An earlier one that still runs ends.
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async open(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    days: number,
  ): Promise<Result<ReplyDesk, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const openedAt = this.clock.now();
    const endsAt = replyEnd(openedAt, days);
    if (!endsAt.ok) return endsAt;
    const frozen = await this.freezes.current(round);
    const shown = await this.shownRows.of(round);
    if (frozen === null || shown === null) return refuse(NOT_FROZEN);
    const before = await latestPeriod(this.reader.manager, roundId);
    await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      await holdRound(manager, roundId);
      // Pressed twice, or by two at once: the one that was opened a moment ago is the answer, and nobody gets two mails.
      if ((await latestPeriod(manager, roundId))?.id !== before?.id) return;
      await manager.update(ReplyPeriodRow, { roundId, closedAt: IsNull() }, { closedAt: openedAt });
      const number = (await manager.countBy(ReplyPeriodRow, { roundId })) + 1;
      const { freezeNumber } = shown;
      const period = { id: newId(), roundId, number, freezeNumber, openedAt, days, events: 0 };
      await manager.insert(ReplyPeriodRow, {
        ...period,
        openedBy: actor.id,
        endsAt: endsAt.value,
        closedAt: null,
      });
      const offered = shown.answered.flatMap((odsCode) => {
        const row = shown.rows.get(odsCode);
        return row === undefined
          ? []
          : [{ kind: 'offered' as const, odsCode, linkId: '', shown: row, freezeNumber }];
      });
      if (offered.length > 0) await addReplyEvents(unit, period, openedAt, offered);
      const answered = new Set(offered.map(({ odsCode }) => odsCode));
      const people = (await invitedPeople(manager, roundId)).filter(({ odsCode }) => answered.has(odsCode));
      const links = people.map(({ odsCode, email }) => ({ id: newId(), odsCode, email }));
      for (const { id, odsCode } of links)
        await insertRows(manager, ReplyLink, [
          { id, periodId: period.id, odsCode, way: 'mail', tokenHash: null, madeAt: openedAt },
        ]);
      await this.outbox.enqueue(
        unit,
        ...links.map(({ id, email }) =>
          replyMail(round, { linkId: id, recipient: email, endsAt: endsAt.value }),
        ),
      );
      const detail = { period: number, freeze: freezeNumber, hospitals: offered.length, mails: links.length };
      await unit.audit('reply.period-opened', 'round', roundId, detail);
      unit.touch(roundTopic(roundId), RELEASE_DESK);
    });
    const desk = await this.latest(roundId);
    if (desk === null) throw new Error(`the right of reply of ${roundId} was stored but cannot be read`);
    return accept(desk);
  }

  /**
   * Makes a link for a hospital that nobody can write to, to be handed over in another way. It is shown this once.
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async giveLink(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    odsCode: string,
  ): Promise<Result<string, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    await this.rounds.get(roundId);
    const token = newToken();
    const given = await this.unitOfWork.run(actor, async (unit): Promise<Problem | null> => {
      const { manager } = unit;
      const period = await latestPeriod(manager, roundId);
      if (period === null || !isRunning(period, this.clock.now())) return NOT_RUNNING;
      const offer = { periodId: period.id, odsCode, kind: 'offered' as const };
      if ((await manager.countBy(ReplyEventRow, offer)) === 0) return NOT_OFFERED;
      const id = newId();
      const own = { id, periodId: period.id, odsCode, way: 'hand', tokenHash: sha256(token) };
      await insertRows(manager, ReplyLink, [{ ...own, madeAt: this.clock.now() }]);
      const subjects = [{ entity: 'round', id: roundId }];
      await unit.audit('reply.link-given', 'reply_link', id, { period: period.number }, { subjects });
      return null;
    });
    return given === null ? accept(`${this.config.publicUrl}/reply/${token}`) : refuse(given);
  }
}

/** The latest right of reply of a round; null = none was opened. */
export async function latestPeriod(manager: EntityManager, roundId: string): Promise<ReplyPeriodRow | null> {
  const [row] = await manager.find(ReplyPeriodRow, {
    where: { roundId },
    order: { number: 'DESC' },
    take: 1,
  });
  return row ?? null;
}

/** Addresses that a round's invitations went to, by hospital, each once; not those who want no more mail. */
async function invitedPeople(
  manager: EntityManager,
  roundId: string,
): Promise<readonly { readonly odsCode: string; readonly email: string }[]> {
  const invited = await manager
    .createQueryBuilder(Invitation, 'i')
    .select('i.contact_id', 'contactId')
    .addSelect('i.ods_code', 'odsCode')
    .distinct(true)
    .where("i.round_id = :roundId AND i.contact_id IS NOT NULL AND i.state NOT IN ('queued', 'failed')", {
      roundId,
    })
    .orderBy('i.ods_code')
    .addOrderBy('i.contact_id')
    .getRawMany<{ contactId: string; odsCode: string }>();
  const people = new Map(
    (await readContacts(manager, { ids: [...new Set(invited.map(({ contactId }) => contactId))] }))
      .filter(({ optedOutAt, bouncedAt }) => optedOutAt === null && bouncedAt === null)
      .map(({ id, email }) => [id, email]),
  );
  return invited.flatMap(({ contactId, odsCode }) => {
    const email = people.get(contactId);
    return email === undefined ? [] : [{ odsCode, email }];
  });
}

const NOT_FROZEN: Problem = {
  code: 'NOT_FROZEN',
  field: '',
  message: 'The round is not frozen, so nobody can be shown what will be published.',
  mend: 'Freeze the round on its cleaning page first.',
};
const NOT_RUNNING: Problem = {
  code: 'REPLY_NOT_RUNNING',
  field: '',
  message: 'No right of reply runs in this round.',
  mend: 'Open it first.',
};
const NOT_OFFERED: Problem = {
  code: 'NOT_OFFERED',
  field: 'odsCode',
  message: 'This hospital has no answer in the freeze, so there is nothing to show to it.',
  mend: 'Choose a hospital of the list.',
};

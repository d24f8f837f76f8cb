import { parseRecordedNote, type RecordedNote } from '@liaison-atlas/shared/fieldwork/recorded-answer';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { insertRows } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FrameService } from '../frame/frame.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { isId, newId, newToken, sha256 } from '../platform/ids.js';
import { FurtherLinkService } from './further-link.service.js';
import { Invitation } from './invitation.entity.js';
import { lastDayOf } from './last-day.js';
import { RecordedAnswer } from './recorded-answer.entity.js';
import { Response } from './response.entity.js';
import { RoundService } from './round.service.js';

const DAY = 10;

/** An answer that is to be written down for a hospital. */
export interface NewRecordedAnswer extends RecordedNote {
  readonly roundId: string;
  readonly odsCode: string;
}

/** An answer that was taken by telephone or on paper, and how far the writing down has come. */
export interface ListedRecord {
  readonly record: RecordedAnswer;
  /** Hospital that it was taken for; the form itself may name another by now. */
  readonly odsCode: string;
  readonly state: 'begun' | 'sent' | 'withdrawn';
}

/**
 * Answers taken by telephone or on paper. They go through the same pages and the same rules as every other; what is added
 * is how they came, and who wrote them down (in the audit trail).
 */
@Injectable()
export class RecordedAnswerService {
  constructor(
    @InjectRepository(RecordedAnswer) private readonly records: Repository<RecordedAnswer>,
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
    private readonly further: FurtherLinkService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the link under which the answer is written down. @returns its path
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async begin(
    actor: Pick<Actor, 'id' | 'grants'>,
    input: NewRecordedAnswer,
  ): Promise<Result<{ readonly path: string }, Problem>> {
    const { roundId, odsCode } = input;
    requireAccess(actor, 'RecordAnswer', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (!this.rounds.takesAnswers(round)) return refuse(CLOSED);
    const now = this.clock.now();
    const note = parseRecordedNote(input, now.slice(0, DAY));
    const isListed = this.frame.isListed(odsCode, round.frameId);
    if (!note.ok || !isListed)
      return refuse(...(isListed ? [] : [NOT_LISTED]), ...(note.ok ? [] : note.problems));
    const token = newToken();
    const id = newId();
    const link = { id, roundId, odsCode, tokenHash: sha256(token), state: 'sent', createdAt: now };
    await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      const { mode } = note.value;
      await insertRows(manager, Invitation, [{ ...link, mode, expiresAt: lastDayOf(round, now) }]);
      const record = { invitationId: id, roundId, ...note.value, recordedBy: actor.id, createdAt: now };
      await insertRows(manager, RecordedAnswer, [record]);
      await unit.audit('answer.recording-begun', 'invitation', id, {
        round: roundId,
        hospital: odsCode,
        mode,
      });
    });
    return accept({ path: `/respond/${token}` });
  }

  /** Another link to an answer that was begun before. @throws DomainError FORBIDDEN, NOT_FOUND */
  async reopen(actor: Pick<Actor, 'id' | 'grants'>, invitationId: string): Promise<string> {
    const known = isId(invitationId);
    const record = known ? await this.records.findOneBy({ invitationId }) : null;
    requireAccess(actor, 'RecordAnswer', record === null ? {} : { round: record.roundId });
    if (record === null)
      throw new DomainError('NOT_FOUND', 'There is no such answer.', 'id', 'Load the list of answers again.');
    const token = newToken();
    await this.unitOfWork.run(actor, async (unit) => {
      await this.further.add(unit, { id: newId(), invitationId, kind: 'reopened' }, token);
      await unit.audit('answer.recording-reopened', 'invitation', invitationId);
    });
    return `/respond/${token}`;
  }

  /** All of a round, the newest first. @throws DomainError FORBIDDEN */
  async list(actor: Pick<Actor, 'grants'>, roundId: string): Promise<ListedRecord[]> {
    requireAccess(actor, 'RecordAnswer', { round: roundId });
    const order = { createdAt: 'DESC', invitationId: 'ASC' } as const;
    const records = await this.records.find({ where: { roundId }, order });
    const ids = records.map(({ invitationId }) => invitationId);
    const { manager } = this.records;
    const links = await manager.findBy(Invitation, { id: In(ids) });
    const forms = await manager.find(Response, {
      where: { invitationId: In(ids) },
      select: { id: true, invitationId: true, odsCode: true, revision: true, state: true },
    });
    const hospitals = new Map(links.map(({ id, odsCode }) => [id, odsCode]));
    const byLink = new Map(forms.map((form) => [form.invitationId, form]));
    return records.map((record) => {
      const form = byLink.get(record.invitationId);
      const sent = (form?.revision ?? 0) > 0 ? 'sent' : 'begun';
      return {
        record,
        odsCode: hospitals.get(record.invitationId) ?? '',
        state: form?.state === 'withdrawn' ? 'withdrawn' : sent,
      };
    });
  }
}

const CLOSED: Problem = {
  code: 'ROUND_CLOSED',
  field: 'roundId',
  message: 'This round takes no new answers.',
  mend: 'Choose a round that is open.',
};
const NOT_LISTED: Problem = {
  code: 'UNKNOWN_HOSPITAL',
  field: 'odsCode',
  message: 'This round has no such hospital in its list.',
  mend: 'Choose one from the list.',
};

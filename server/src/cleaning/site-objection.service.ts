import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import { OBJECTED } from '../fieldwork/round-change.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/domain-error.js';
import { newId } from '../platform/ids.js';
import { SiteObjection } from './site-objection.entity.js';

export const MAX_OBJECTION = 2000;
const MAX_NOTE = 1000;

/** Objections of hospitals: they wait in the cleaning queue, and a person deals with each. */
@Injectable()
export class SiteObjectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @InjectRepository(SiteObjection) private readonly objections: Repository<SiteObjection>,
  ) {}

  /** Objections of a round, those that wait first. @throws DomainError FORBIDDEN outside the actor's scope */
  async list(actor: Pick<Actor, 'grants'>, roundId: string): Promise<SiteObjection[]> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const rows = await this.objections.find({ where: { roundId }, order: { at: 'ASC', id: 'ASC' } });
    return rows.toSorted((a, b) => Number(a.settledAt !== null) - Number(b.settledAt !== null));
  }

  countOpen(roundId: string): Promise<number> {
    return this.objections.countBy({ roundId, settledAt: IsNull() });
  }

  /** Takes an objection in, in the unit of the reply that it belongs to; false = the same one waits already. */
  async raise(
    unit: Unit,
    own: Pick<SiteObjection, 'roundId' | 'odsCode' | 'words' | 'at'>,
  ): Promise<boolean> {
    const { roundId, odsCode } = own;
    const waiting = await unit.manager.findBy(SiteObjection, { roundId, odsCode, settledAt: IsNull() });
    if (waiting.some(({ words }) => words === own.words)) return false;
    await unit.manager.insert(SiteObjection, {
      ...own,
      id: newId(),
      settledNote: '',
      settledAt: null,
      settledBy: null,
    });
    unit.touch(roundTopic(roundId), OBJECTED);
    return true;
  }

  /**
   * Says what became of an objection; it leaves the queue. A correction itself is made by decisions or by the team, and
   * makes the next freeze. @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async settle(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    id: string,
    note: string,
  ): Promise<Result<true, Problem>> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    if (!/^[\w-]{1,36}$/.test(id)) throw notFound();
    const said = cleanText(note.trim(), 'note', MAX_NOTE);
    if (!said.ok) return said;
    if (said.value === '') return refuse(NO_NOTE);
    return this.unitOfWork.run(actor, async (unit): Promise<Result<true, Problem>> => {
      const found = await unit.manager.findOneBy(SiteObjection, { id, roundId });
      if (found === null) throw notFound();
      const { affected } = await unit.manager.update(
        SiteObjection,
        { id, settledAt: IsNull() },
        { settledNote: said.value, settledAt: this.clock.now(), settledBy: actor.id },
      );
      if (affected === 0) return refuse(SETTLED_ALREADY);
      const subjects = [{ entity: 'round', id: roundId }];
      await unit.audit('cleaning.objection-settled', 'site_objection', id, { round: roundId }, { subjects });
      unit.touch(roundTopic(roundId), OBJECTED);
      return accept(true as const);
    });
  }
}

const notFound = (): DomainError =>
  new DomainError('NOT_FOUND', 'There is no such objection.', 'id', 'Load the objections again.');
const NO_NOTE: Problem = {
  code: 'NOTE_REQUIRED',
  field: 'note',
  message: 'Nobody has written down what became of the objection.',
  mend: 'Write whether it was corrected, or why the answer stays as it is.',
};
const SETTLED_ALREADY: Problem = {
  code: 'SETTLED_ALREADY',
  field: 'id',
  message: 'The objection has been dealt with meanwhile.',
  mend: 'Load the objections again.',
};

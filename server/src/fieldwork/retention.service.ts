import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { ERASED } from './erase-revisions.js';
import { Response } from './response.entity.js';
import { Round } from './round.entity.js';
import { roundTopic } from './round.service.js';

/** Erases what may not be kept any longer; asked at the start and once a day. */
@Injectable()
export class RetentionService {
  constructor(
    @InjectRepository(Round) private readonly rounds: Repository<Round>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Empties forms that were never sent, as many months as the setting says after their round took its last answer. The rows stay: that a
   * form was begun counts in RR2, RR4 and RR6. Gives the number of forms that were emptied.
   */
  async eraseUnsent(): Promise<number> {
    let erased = 0;
    for (const roundId of await this.overRounds()) erased += await this.eraseUnsentOf(roundId);
    return erased;
  }

  /** How many forms `eraseUnsent` would empty now. */
  async countUnsent(): Promise<number> {
    const roundId = In(await this.overRounds());
    return this.rounds.manager
      .createQueryBuilder(Response, 'r')
      .where({ roundId, revision: 0 })
      .andWhere(`r.draft <> '{}'`)
      .getCount();
  }

  /** Rounds that took their last answer long enough ago. */
  private async overRounds(): Promise<string[]> {
    const limit = monthsBefore(this.clock.now(), this.config.retention.unsentForms);
    return (await this.rounds.find())
      .filter((round) => {
        const lastAnswer = round.correctionsUntil ?? round.closesAt;
        return lastAnswer !== null && lastAnswer <= limit;
      })
      .map(({ id }) => id);
  }

  private eraseUnsentOf(roundId: string): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (unit) => {
      const { affected } = await unit.manager
        .createQueryBuilder()
        .update(Response)
        .set({ ...ERASED, state: 'partial' })
        .where('round_id = :roundId AND revision = 0 AND draft <> :empty', { roundId, empty: '{}' })
        .execute();
      const forms = affected ?? 0;
      if (forms === 0) return 0;
      await unit.audit('response.unsent-erased', 'round', roundId, { forms });
      unit.touch(roundTopic(roundId));
      return forms;
    });
  }
}

import { UNSENT_MONTHS } from '@liaison-atlas/shared/fieldwork/round-note';
import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
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
  ) {}

  /**
   * Empties forms that were never sent, three months after their round took its last answer. The rows stay: that a
   * form was begun counts in RR2, RR4 and RR6. Gives the number of forms that were emptied.
   */
  async eraseUnsent(): Promise<number> {
    const limit = monthsBefore(this.clock.now(), UNSENT_MONTHS);
    let erased = 0;
    for (const round of await this.rounds.find()) {
      const lastAnswer = round.correctionsUntil ?? round.closesAt;
      if (lastAnswer === null || lastAnswer > limit) continue;
      erased += await this.eraseUnsentOf(round.id);
    }
    return erased;
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

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { eraseShown } from '../../fieldwork/erase-shown.js';
import { RELEASE_DESK } from '../../fieldwork/round-change.js';
import { roundTopic } from '../../fieldwork/round.service.js';
import { DailyTask } from '../../platform/jobs/daily-task.js';

/** A form that was withdrawn, and when. */
interface Withdrawn {
  readonly id: string;
  readonly roundId: string;
  readonly at: string;
}

/**
 * Erases what hospitals were shown of forms that were withdrawn before a withdrawal did so itself. What a hospital was shown
 * after that came from its other forms, and stays.
 */
@Injectable()
export class ReplyShownRetention extends DailyTask {
  readonly what = 'Erase what hospitals were shown of forms that they have taken back';

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  /** Gives of how many forms something was erased. */
  async eraseShownOfWithdrawn(): Promise<number> {
    const rows = await this.reader.query<Withdrawn[]>(
      `SELECT r.id AS id, r.round_id AS "roundId", MAX(a.at) AS at FROM response r
       JOIN audit_event a ON a.entity = 'response' AND a.entity_id = r.id AND a.action = 'response.withdrawn'
       WHERE r.state = 'withdrawn' AND EXISTS (
         SELECT 1 FROM reply_event e WHERE e.round_id = r.round_id AND e.at <= a.at AND e.shown_sha256 <> ''
         AND (e.ods_code = r.ods_code OR e.ods_code IN (SELECT ods_code FROM cleaning_decision WHERE response_id = r.id)))
       GROUP BY r.id, r.round_id`,
    );
    for (const { id, roundId, at } of rows)
      await this.unitOfWork.run(SYSTEM, async (unit) => {
        await eraseShown(unit.manager, roundId, id, at);
        await unit.audit('reply.shown-erased', 'response', id, { round: roundId });
        unit.touch(roundTopic(roundId), RELEASE_DESK);
      });
    return rows.length;
  }

  protected async run(): Promise<void> {
    const forms = await this.eraseShownOfWithdrawn();
    if (forms > 0) this.logger.info({ forms }, 'what was shown of withdrawn forms has been erased');
  }
}

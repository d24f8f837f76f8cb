import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../database/unit-of-work.js';
import { eraseWords } from '../fieldwork/erase-words.js';
import { formErased } from '../fieldwork/round-change.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { ShortLivedAddresses } from '../outbox/short-lived-addresses.service.js';
import { type Due, RetentionTask } from '../platform/jobs/retention-task.js';
import { QUERY_MAIL } from './site-query.service.js';

/** Erases what cleaning may not keep any longer. */
@Injectable()
export class CleaningRetention extends RetentionTask {
  readonly what = 'Erase old addresses of questions to hospitals, and notes about withdrawn forms';

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: ShortLivedAddresses,
  ) {
    super();
  }

  /** Erases the addresses of questions whose mail was refused, given up, or has waited for a week. Gives how many. */
  eraseOldAddresses(): Promise<number> {
    return this.addresses.eraseOld(QUERY_MAIL);
  }

  /**
   * Erases what cleaners wrote about forms that were withdrawn before a withdrawal did so itself. Gives how many forms.
   */
  async eraseWordsOnWithdrawn(): Promise<number> {
    const rows = await this.reader.query<{ id: string; roundId: string }[]>(
      `SELECT DISTINCT r.id AS id, r.round_id AS "roundId" FROM response r
       JOIN cleaning_decision d ON d.response_id = r.id
       WHERE r.state = 'withdrawn' AND d.note <> ''`,
    );
    for (const { id, roundId } of rows)
      await this.unitOfWork.run(SYSTEM, async (unit) => {
        await eraseWords(unit.manager, roundId, id);
        await unit.audit('response.notes-erased', 'response', id, { round: roundId });
        unit.touch(roundTopic(roundId), formErased(id));
      });
    return rows.length;
  }

  async due(): Promise<Due[]> {
    return [{ key: 'unsentAddresses', count: await this.addresses.countOld(QUERY_MAIL) }];
  }

  protected async run(): Promise<void> {
    const mails = await this.eraseOldAddresses();
    if (mails > 0) this.logger.info({ mails }, 'addresses of questions to sites have been erased');
    const forms = await this.eraseWordsOnWithdrawn();
    if (forms > 0) this.logger.info({ forms }, 'notes about withdrawn forms have been erased');
  }
}

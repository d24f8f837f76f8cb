import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, LessThanOrEqual } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { Contact } from './contact.entity.js';
import { eraseContacts } from './erase-contacts.js';

/**
 * How long contacts are kept after the final release of their last round, in months (participant information); also after
 * the last change of somebody whom no round has.
 */
export const CONTACT_MONTHS = 12;

/** When rounds were released finally. Kept by `publication`, which comes after fieldwork. */
export abstract class FinalReleases {
  /** Moment of each round's first final release; a round without one is not there. */
  abstract moments(): Promise<ReadonlyMap<string, string>>;
}

/** Erases contacts whose time is over; asked at the start and once a day. */
@Injectable()
export class ContactRetentionService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly releases: FinalReleases,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases everybody all of whose rounds (those of their lists, and those that invited them) were finally released more
   * than twelve months ago, and everybody on general lists only, or on none, whom no round has invited and who was put
   * in, or changed, more than twelve months ago. Gives how many there were.
   */
  async eraseOld(): Promise<number> {
    const limit = monthsBefore(this.clock.now(), CONTACT_MONTHS);
    const over = new Set(
      [...(await this.releases.moments())].filter(([, at]) => at <= limit).map(([roundId]) => roundId),
    );
    const rows = await this.reader.query<{ id: string; round_id: string }[]>(
      `SELECT m.contact_id AS id, l.round_id FROM list_membership m JOIN contact_list l ON l.id = m.list_id
        WHERE l.round_id <> ''
       UNION SELECT contact_id AS id, round_id FROM invitation WHERE contact_id IS NOT NULL`,
    );
    const kept = new Set(rows.filter(({ round_id: roundId }) => !over.has(roundId)).map(({ id }) => id));
    const ofRounds = new Set(rows.map(({ id }) => id));
    const old = await this.reader
      .getRepository(Contact)
      .find({ where: { changedAt: LessThanOrEqual(limit) }, select: { id: true } });
    const ids = [
      ...[...ofRounds].filter((id) => !kept.has(id)),
      ...old.map(({ id }) => id).filter((id) => !ofRounds.has(id)),
    ];
    if (ids.length === 0) return 0;
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      await eraseContacts(unit.manager, ids);
      await unit.audit('contacts.erased', 'contact', 'retention', { people: ids.length });
    });
    return ids.length;
  }
}

import { monthsBefore } from '@liaison-atlas/shared/kernel/months-before';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, LessThanOrEqual } from 'typeorm';

import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { Contact } from './contact.entity.js';
import { eraseContacts } from './erase-contacts.js';

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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Erases everybody all of whose rounds (those of their lists, and those that invited them) were finally released more
   * months ago than the setting says, and everybody on general lists only, or on none, whom no round has invited and who was put
   * in, or changed, as long ago. Gives how many there were.
   */
  async eraseOld(): Promise<number> {
    const ids = await this.findOld();
    if (ids.length === 0) return 0;
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      await eraseContacts(unit.manager, ids);
      await unit.audit('contacts.erased', 'contact', 'retention', { people: ids.length });
    });
    return ids.length;
  }

  /** Contacts whose time is over. */
  async findOld(): Promise<string[]> {
    const limit = monthsBefore(this.clock.now(), this.config.retention.contacts);
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
    return [
      ...[...ofRounds].filter((id) => !kept.has(id)),
      ...old.map(({ id }) => id).filter((id) => !ofRounds.has(id)),
    ];
  }
}

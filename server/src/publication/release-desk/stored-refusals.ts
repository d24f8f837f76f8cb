import type { NamingRefusal } from '@liaison-atlas/shared/cleaning/with-refusals';
import { refusalsOf } from '@liaison-atlas/shared/publication/right-of-reply';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { NamingRefusals } from '../../cleaning/naming-refusals.js';
import { ReplyEventRow } from './reply-event.entity.js';
import { toReplyEvent } from './reply-rows.js';

/** Looks up what hospitals refused, in every right of reply that the round has had. */
@Injectable()
export class StoredRefusals extends NamingRefusals {
  constructor(@InjectDataSource() private readonly reader: DataSource) {
    super();
  }

  override async of(roundId: string): Promise<ReadonlyMap<string, NamingRefusal>> {
    const rows = await this.reader
      .getRepository(ReplyEventRow)
      .find({ where: { roundId, kind: 'naming' }, order: { at: 'ASC', number: 'ASC' } });
    return refusalsOf(rows.map(toReplyEvent));
  }
}

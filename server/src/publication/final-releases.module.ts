import { Global, Injectable, Module } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { FinalReleases } from '../fieldwork/contacts/contact-retention.service.js';
import { Release } from './release.entity.js';

/** Looks final releases up where they are kept. */
@Injectable()
class StoredReleases extends FinalReleases {
  constructor(@InjectDataSource() private readonly reader: DataSource) {
    super();
  }

  override async moments(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader
      .createQueryBuilder(Release, 'r')
      .select('r.round_id', 'roundId')
      .addSelect('MIN(r.published_at)', 'at')
      .where('r.kind = :kind', { kind: 'final' })
      .groupBy('r.round_id')
      .getRawMany<{ roundId: string; at: string }>();
    return new Map(rows.map(({ roundId, at }) => [roundId, at]));
  }
}

/** Tells `fieldwork`, which comes before releases, when a round was released finally. */
@Global()
@Module({
  providers: [{ provide: FinalReleases, useClass: StoredReleases }],
  exports: [FinalReleases],
})
export class FinalReleasesModule {}

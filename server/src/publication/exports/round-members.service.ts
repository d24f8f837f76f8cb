import { setImmediate as breathe } from 'node:timers/promises';

import type { HospitalRecord } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { splitRevision } from '@liaison-atlas/shared/publication/exports/frozen-members';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { DatasetService } from '../../cleaning/dataset.service.js';
import { Freeze } from '../../cleaning/freeze.entity.js';
import { FreezeService } from '../../cleaning/freeze.service.js';
import { RoundCleaning } from '../../cleaning/round-cleaning.entity.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { readerOf } from './form-reader.js';
import { countedForms, type FormList } from './form-source.js';

/** Which freeze of a round holds. */
export interface HoldingFreeze {
  readonly number: number;
  readonly at: string;
  readonly sha256: string;
}

/**
 * Says which forms of a round count, and what its hospitals say: of the freeze that holds, from the list that was stored
 * with it; of the live state, from the rules as they stand. A form that is left out or waits is never among them.
 */
@Injectable()
export class RoundMembers {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly datasets: DatasetService,
    private readonly freezes: FreezeService,
  ) {}

  /** The freeze that holds now, without its forms; null = the round is not frozen. */
  async holdingFreeze(roundId: string): Promise<HoldingFreeze | null> {
    const { manager } = this.reader;
    const cleaning = await manager.findOneBy(RoundCleaning, { roundId });
    if (cleaning === null || cleaning.frozenAs === 0) return null;
    return manager.findOneOrFail(Freeze, {
      where: { roundId, number: cleaning.frozenAs },
      select: { id: true, number: true, at: true, sha256: true },
    });
  }

  /** Which forms count. @param freeze null = the live state */
  async list(round: Round, freeze: HoldingFreeze | null): Promise<FormList> {
    return freeze === null ? { bytes: await this.liveBytes(round) } : { freeze: freeze.number };
  }

  /** How many forms count; others are answered while it goes through a large list. */
  async count(round: Round, freeze: HoldingFreeze | null): Promise<number> {
    const list = await this.list(round, freeze);
    let forms = 0;
    for await (const page of countedForms(readerOf(this.reader), round.id, list)) {
      forms += page.length;
      await breathe();
    }
    return forms;
  }

  /** What analysis makes of the hospitals of the frame, in its order; of this freeze, whatever was frozen since. */
  async records(round: Round, freeze: HoldingFreeze | null): Promise<readonly HospitalRecord[]> {
    const { dataset } =
      freeze === null ? await this.datasets.clean(round) : await this.freezes.frozen(round, freeze.number);
    return dataset.hospitals;
  }

  /** The live state as a freeze would list it, in the order of the ids. */
  private async liveBytes(round: Round): Promise<Uint8Array> {
    const { dataset, members } = await this.datasets.clean(round);
    const revisions = new Map(members.map((key) => [splitRevision(key).responseId, key]));
    const forms = dataset.decisions
      .flatMap(({ responseId, outcome, odsCode }) => {
        const revision = revisions.get(responseId);
        return revision === undefined ? [] : [{ odsCode, outcome, revision }];
      })
      .sort((a, b) => (a.revision < b.revision ? -1 : 1));
    return Buffer.from(JSON.stringify({ forms }));
  }
}

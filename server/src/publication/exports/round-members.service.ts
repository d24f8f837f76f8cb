import type { HospitalRecord } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { frozenMembers, splitRevision } from '@liaison-atlas/shared/publication/exports/frozen-members';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { DatasetService } from '../../cleaning/dataset.service.js';
import { Freeze } from '../../cleaning/freeze.entity.js';
import { FreezeService } from '../../cleaning/freeze.service.js';
import { RoundCleaning } from '../../cleaning/round-cleaning.entity.js';
import type { Round } from '../../fieldwork/round.entity.js';
import type { Member } from './read-form-page.js';

/** Forms that are read together: long enough for the database, short enough for whoever waits meanwhile. */
export const PAGE = 500;

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

  /** The forms that count, some at a time, in the order of their ids. @param freeze null = the live state */
  async *forms(round: Round, freeze: HoldingFreeze | null): AsyncGenerator<readonly Member[]> {
    if (freeze === null) yield* this.live(round);
    else yield* this.frozen(round, freeze);
  }

  /** What analysis makes of the hospitals of the frame, in its order. */
  async records(round: Round, freeze: HoldingFreeze | null): Promise<readonly HospitalRecord[]> {
    const frozen = freeze === null ? null : await this.freezes.current(round);
    return (frozen ?? (await this.datasets.clean(round))).dataset.hospitals;
  }

  private async *frozen({ id }: Round, { number }: HoldingFreeze): AsyncGenerator<readonly Member[]> {
    const { document } = await this.reader.manager.findOneOrFail(Freeze, {
      where: { roundId: id, number },
      select: { id: true, document: true },
    });
    for (const forms of frozenMembers(document, PAGE))
      yield forms.flatMap(({ revision, outcome, odsCode }): Member[] =>
        outcome === 'accepted' || outcome === 'merged'
          ? [{ ...splitRevision(revision), outcome, odsCode }]
          : [],
      );
  }

  private async *live(round: Round): AsyncGenerator<readonly Member[]> {
    const { dataset, members } = await this.datasets.clean(round);
    const revisions = new Map(
      members.map((key) => {
        const { responseId, revision } = splitRevision(key);
        return [responseId, revision] as const;
      }),
    );
    const counted = dataset.decisions
      .flatMap(({ responseId, outcome, odsCode }): Member[] => {
        const revision = revisions.get(responseId);
        return revision !== undefined && (outcome === 'accepted' || outcome === 'merged')
          ? [{ responseId, revision, outcome, odsCode }]
          : [];
      })
      .sort((a, b) => (a.responseId < b.responseId ? -1 : 1));
    for (let at = 0; at < counted.length; at += PAGE) yield counted.slice(at, at + PAGE);
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { settingsOf, untouched } from '../../cleaning/decision-rows.js';
import { Freeze } from '../../cleaning/freeze.entity.js';
import { NamingRefusals } from '../../cleaning/naming-refusals.js';
import { RoundCleaning } from '../../cleaning/round-cleaning.entity.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { FrameService } from '../../frame/frame.service.js';
import { readerOf } from '../../database/row-reader.js';
import { footOf } from './frozen-forms.js';
import type { RoundBasis } from './round-job.js';

/** Which freeze of a round holds. */
export interface HoldingFreeze {
  readonly number: number;
  readonly at: string;
  readonly sha256: string;
}

/**
 * Says what an export is made from: the freeze that holds, under what stood when it was made, or the live state under what
 * stands now. Which forms count is worked out where the rows are made.
 */
@Injectable()
export class RoundBases {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly frame: FrameService,
    private readonly refusals: NamingRefusals,
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

  /** @param freeze null = the live state */
  async of(round: Round, freeze: Pick<HoldingFreeze, 'number'> | null): Promise<RoundBasis> {
    const refusals = [...(await this.refusals.of(round.id))];
    if (freeze !== null) {
      const foot = await footOf(readerOf(this.reader), round.id, freeze.number);
      const { lastDecision, unitOfAnalysis, frameId } = foot;
      return {
        freeze: freeze.number,
        lastDecision,
        mode: foot.settings.mode,
        unitOfAnalysis,
        frame: this.frame.listHospitals(frameId),
        refusals,
      };
    }
    const { manager } = this.reader;
    const row = (await manager.findOneBy(RoundCleaning, { roundId: round.id })) ?? untouched(round.id);
    return {
      freeze: null,
      lastDecision: row.decisions,
      mode: settingsOf(row).mode,
      unitOfAnalysis: round.settings.unitOfAnalysis,
      frame: this.frame.listHospitals(round.frameId),
      refusals,
    };
  }

  /** How many forms a freeze counts, as it was counted when it was made. */
  async countedBy(round: Round, { number }: Pick<HoldingFreeze, 'number'>): Promise<number> {
    const { ledger } = await footOf(readerOf(this.reader), round.id, number);
    return ledger.accepted + ledger.merged;
  }
}

import type { FormsLedger } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { type CleaningIndex, indexCleaned } from '@liaison-atlas/shared/cleaning/cleaning-index';
import { countForms } from '@liaison-atlas/shared/cleaning/count-forms';
import { type CleaningTask, type OpenObjection, queueOf } from '@liaison-atlas/shared/cleaning/queue';
import type { AskedSite } from '@liaison-atlas/shared/cleaning/site-query';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { DatasetService, type RoundAsItStands } from './dataset.service.js';
import { toAsked } from './decision-rows.js';
import { SiteObjection } from './site-objection.entity.js';
import { SiteQuery } from './site-query.entity.js';

/** A round as those who clean it see it, at one moment. */
export interface CleaningPicture extends RoundAsItStands {
  readonly round: Round;
  readonly index: CleaningIndex;
  readonly ledger: FormsLedger;
  readonly tasks: readonly CleaningTask[];
  readonly queries: readonly AskedSite[];
  /** What hospitals say is wrong, as long as nobody has dealt with it. */
  readonly objections: readonly OpenObjection[];
}

interface Kept {
  readonly version: number;
  readonly picture: Promise<CleaningPicture>;
}

/** Keeps the picture of each round until anything of the round changes; a request after a decision sees it. */
@Injectable()
export class CleaningPictures {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly unitOfWork: UnitOfWork,
    @InjectRepository(SiteQuery) private readonly queries: Repository<SiteQuery>,
    @InjectRepository(SiteObjection) private readonly objections: Repository<SiteObjection>,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async of(actor: Pick<Actor, 'grants'>, roundId: string): Promise<CleaningPicture> {
    requireAccess(actor, 'CleanRound', { round: roundId });
    const version = await this.unitOfWork.version(roundTopic(roundId));
    const known = this.kept.get(roundId);
    if (known?.version === version) return known.picture;
    const fresh: Kept = { version, picture: this.read(roundId) };
    this.kept.set(roundId, fresh);
    fresh.picture.catch(() => {
      // Not a later picture, which may be good.
      if (this.kept.get(roundId) === fresh) this.kept.delete(roundId);
    });
    return fresh.picture;
  }

  private async read(roundId: string): Promise<CleaningPicture> {
    const round = await this.rounds.get(roundId);
    const stands = await this.datasets.asItStands(round);
    const rows = await this.queries.find({ where: { roundId }, order: { askedAt: 'ASC' } });
    const { cleaned, settings } = stands;
    const queries = rows.map(toAsked);
    const objections = await this.objections.find({
      where: { roundId, settledAt: IsNull() },
      select: { id: true, odsCode: true, words: true, at: true },
    });
    const analysed = new Set(cleaned.sets.map(({ odsCode }) => odsCode)).size;
    return {
      ...stands,
      round,
      index: indexCleaned(cleaned),
      ledger: countForms([...cleaned.standings.values()], analysed),
      tasks: queueOf(cleaned, settings, queries, objections),
      queries,
      objections,
    };
  }
}

import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { type CommentUnits, commentUnits } from '@liaison-atlas/shared/coding/comment-units';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import { DatasetService } from '../cleaning/dataset.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { sha256 } from '../platform/ids.js';

const CHUNK = 500;

/** The comments of a round at one moment, with the dataset whose decisions say that they count. */
export interface RoundComments extends CommentUnits {
  readonly round: Round;
  readonly instrument: Instrument;
  readonly dataset: AnalysisDataset;
}

/**
 * The comments that may be coded: those of forms that cleaning accepted or merged, in the revision that counts. Made
 * anew after every change of the round, so that a form that is withdrawn is nowhere from then on.
 */
@Injectable()
export class CommentUnitsService {
  private readonly kept = new Map<string, { version: number; comments: Promise<RoundComments> }>();

  constructor(
    @InjectRepository(ResponseRevision) private readonly revisions: Repository<ResponseRevision>,
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async of(roundId: string): Promise<RoundComments> {
    const version = await this.unitOfWork.version(roundTopic(roundId));
    const known = this.kept.get(roundId);
    if (known?.version === version) return known.comments;
    const fresh = { version, comments: this.read(roundId) };
    this.kept.set(roundId, fresh);
    fresh.comments.catch(() => {
      if (this.kept.get(roundId) === fresh) this.kept.delete(roundId);
    });
    return fresh.comments;
  }

  private async read(roundId: string): Promise<RoundComments> {
    const round = await this.rounds.get(roundId);
    const { dataset, members } = await this.datasets.clean(round);
    const instrument = await this.instruments.contentOf(round);
    const counted = new Set(
      dataset.decisions
        .filter(({ outcome }) => outcome === 'accepted' || outcome === 'merged')
        .map(({ responseId }) => responseId),
    );
    const revisionOf = new Map(
      members.flatMap((member) => {
        const [responseId = '', revision] = member.split(':');
        return counted.has(responseId) ? [[responseId, Number(revision)] as const] : [];
      }),
    );
    const answers = new Map<string, Answers>();
    const ids = [...revisionOf.keys()];
    for (let at = 0; at < ids.length; at += CHUNK)
      for (const row of await this.revisions.findBy({ responseId: In(ids.slice(at, at + CHUNK)) }))
        if (revisionOf.get(row.responseId) === row.revision) answers.set(row.responseId, row.answers);
    const { decisions } = dataset;
    const source = { roundKind: round.kind, instrument, decisions, answers, hashOf: sha256 };
    return { round, instrument, dataset, ...commentUnits(source) };
  }
}

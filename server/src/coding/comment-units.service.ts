import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import { commentStandings } from '@liaison-atlas/shared/cleaning/comment-standing';
import {
  type CommentUnits,
  commentUnits,
  commentVariables,
} from '@liaison-atlas/shared/coding/comment-units';
import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { groupBy } from '@liaison-atlas/shared/kernel/group-by';
import { Injectable } from '@nestjs/common';

import { DatasetService } from '../cleaning/dataset.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService, roundTopic } from '../fieldwork/round.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { sha256 } from '../platform/ids.js';
import { KeptByVersion } from '../platform/kept-by-version.js';

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
  private readonly kept = new KeptByVersion<RoundComments>();

  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async of(roundId: string): Promise<RoundComments> {
    const version = await this.unitOfWork.version(roundTopic(roundId));
    return this.kept.get(roundId, version, () => this.read(roundId));
  }

  private async read(roundId: string): Promise<RoundComments> {
    const round = await this.rounds.get(roundId);
    const { cleaned, settings } = await this.datasets.asItStands(round);
    const dataset = await this.datasets.toDataset(round, cleaned, settings);
    return { round, dataset, ...(await this.among(round, { cleaned, dataset })) };
  }

  /** The comments of forms that were cleaned already: those of a freeze, too. */
  async among(
    round: Round,
    { cleaned, dataset }: { readonly cleaned: CleanedForms; readonly dataset: AnalysisDataset },
  ): Promise<CommentUnits & Pick<RoundComments, 'instrument'>> {
    const instrument = await this.instruments.contentOf(round);
    const variables = commentVariables(instrument);
    const about = groupBy(cleaned.decisions, ({ responseId }) => responseId);
    const source = {
      decisions: dataset.decisions,
      comments: (responseId: string) => {
        const form = cleaned.forms.get(responseId);
        return form === undefined ? [] : commentStandings(form, about.get(responseId) ?? [], variables);
      },
      hashOf: sha256,
    };
    return { instrument, ...commentUnits(source) };
  }
}

import type { FormFilter } from '@liaison-atlas/shared/analysis/form-tallies';
import { syntheticNotice } from '@liaison-atlas/shared/publication/synthetic-marking';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { type FormStatistics, FormStatisticsService } from '../analysis/form-statistics.service.js';
import { RoundService } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { DomainError } from '../platform/domain-error.js';

/** Counts over forms with what they were made from. */
export interface ExploredForms extends FormStatistics {
  readonly round: string;
  /** Only in synthetic rounds. */
  readonly notice?: string;
  readonly codeVersion: string;
  readonly filter: FormFilter;
}

/** Counts over the forms of a round, for those who may see its analysis. */
@Injectable()
export class ExploreFormsService {
  constructor(
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
    private readonly forms: FormStatisticsService,
  ) {}

  /**
   * Over the answers as they stand now.
   * @param question one of the round's closed questions; all of them when left out
   * @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND; BAD_INPUT for a region, kind of site or
   *   question that the round does not have: a nought would say that nobody answered
   */
  async statistics(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    filter: FormFilter,
    question?: string,
  ): Promise<ExploredForms> {
    requireAccess(actor, 'ReadAnalysis', { round: roundId });
    const round = await this.rounds.get(roundId);
    if (round.kind === 'published_facts') throw NO_FORMS();
    const hospitals = this.frame.listHospitals(round.frameId);
    const { region, type } = filter;
    if (region !== undefined && !hospitals.some(({ regionCode }) => regionCode === region))
      throw unknownChoice('region', 'The round asks no hospital there.');
    if (type !== undefined && !hospitals.some(({ siteCategory }) => siteCategory === type))
      throw unknownChoice('type', 'The round asks no hospital of this kind.');
    const found = await this.forms.of(roundId, filter, question);
    if (question !== undefined && found.questions.length === 0)
      throw unknownChoice('question', 'The round has no such closed question.');
    return { round: roundId, ...syntheticNotice(round.kind), codeVersion: CODE_VERSION, filter, ...found };
  }
}

const unknownChoice = (field: string, message: string): DomainError =>
  new DomainError('BAD_INPUT', message, field, 'Leave it out to see what there is.');

const NO_FORMS = (): DomainError =>
  new DomainError(
    'CONFLICT',
    'This round holds a published report; it has no forms.',
    'round',
    'Choose a round that collects answers.',
  );

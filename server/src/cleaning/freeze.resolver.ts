import type { ChangedForm } from '@liaison-atlas/shared/cleaning/compare-freezes';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CleaningService } from './cleaning.service.js';
import {
  type ChangedFormModel,
  FreezeDifferenceModel,
  FreezeModel,
  FreezeResult,
  ReopenResult,
} from './freeze.model.js';
import { FreezeService, type StoredFreeze } from './freeze.service.js';
import { toCleaningModel } from './to-cleaning-models.js';

/** Freezes over GraphQL; no rules here. */
@Resolver(() => FreezeModel)
export class FreezeResolver {
  constructor(
    private readonly freezing: FreezeService,
    private readonly cleanings: CleaningService,
  ) {}

  @Query(() => [FreezeModel], { description: 'Freezes of a round, the latest first.' })
  @Allow('CleanRound')
  async freezes(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<FreezeModel[]> {
    const found = await this.freezing.list(actor, roundId);
    const { row } = await this.cleanings.picture(actor, roundId);
    return this.toModels(found, row.frozenAs);
  }

  @Query(() => FreezeDifferenceModel, { description: 'What lies between two freezes of a round.' })
  @Allow('CleanRound')
  async freezeDifference(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('from', { type: () => Int }) from: number,
    @Args('to', { type: () => Int }) to: number,
  ): Promise<FreezeDifferenceModel> {
    const { difference } = await this.freezing.compare(actor, roundId, from, to);
    const { round } = await this.cleanings.picture(actor, roundId);
    const named = ({ odsCode, ...change }: ChangedForm): ChangedFormModel => ({
      ...change,
      hospital: this.cleanings.hospitalName(round, odsCode),
    });
    return {
      formsIn: difference.formsIn.map(named),
      formsOut: difference.formsOut.map(named),
      corrected: difference.corrected.map(named),
      values: difference.values.map((value) => ({
        ...value,
        hospital: this.cleanings.hospitalName(round, value.odsCode),
      })),
      figures: difference.figures.map(({ id, from: old, to: now }) => ({ id, from: [...old], to: [...now] })),
    };
  }

  @Mutation(() => FreezeResult, { description: 'Names for good which revisions of a round are in.' })
  @Allow('CleanRound')
  async freezeRound(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('reason', { description: "Why; the first freeze may have ''." }) reason: string,
    @Args('seenDecisions', { type: () => Int, description: 'How many decisions there were when you looked.' })
    seen: number,
  ): Promise<typeof FreezeResult> {
    const result = await this.freezing.freeze(actor, roundId, reason, seen);
    if (!result.ok) return { problems: [...result.problems] };
    const [model] = await this.toModels([result.value], result.value.row.number);
    return model ?? { problems: [] };
  }

  @Mutation(() => ReopenResult, { description: 'Lets decisions be made again; the freeze stays as it is.' })
  @Allow('CleanRound')
  async reopenRound(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('reason') reason: string,
  ): Promise<typeof ReopenResult> {
    const result = await this.freezing.reopen(actor, roundId, reason);
    if (!result.ok) return { problems: [...result.problems] };
    return toCleaningModel(await this.cleanings.picture(actor, roundId));
  }

  private async toModels(freezes: readonly StoredFreeze[], holding: number): Promise<FreezeModel[]> {
    const names = await this.cleanings.namesOf(freezes.map(({ row }) => row.by));
    return freezes.map(({ row, document }) => {
      const { number, at, by, reason, sha256 } = row;
      const { excludedByReason: _byReason, ...forms } = document.ledger;
      return {
        number,
        at,
        by: names.get(by) ?? by,
        reason,
        sha256,
        decisions: document.decisionIds.length,
        forms,
        holds: number === holding,
      };
    });
  }
}

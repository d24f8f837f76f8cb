import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CodeTallyModel, TallyLevelEnum } from './code-tally.model.js';
import { CodeTallyService, type TallyLevel } from './code-tally.service.js';

/** Counts of codes for who leads the coding. */
@Resolver()
export class CodeTallyResolver {
  constructor(private readonly tallies: CodeTallyService) {}

  @Query(() => CodeTallyModel)
  @Allow('ManageCoding')
  async codeTally(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('codebookId', { type: () => ID }) codebookId: string,
    @Args('by', { type: () => TallyLevelEnum }) by: TallyLevel,
  ): Promise<CodeTallyModel> {
    const tally = await this.tallies.tally(actor, roundId, codebookId, by);
    return {
      version: tally.version,
      settled: tally.comments,
      unsettled: tally.unsettled,
      groups: tally.groups.map((group) => ({ ...group })),
      rows: tally.rows.map(({ code, total, cells }) => ({
        key: code.key,
        name: code.name,
        total,
        comments: cells.map(({ comments }) => (comments === 'hidden' ? null : comments)),
      })),
    };
  }
}

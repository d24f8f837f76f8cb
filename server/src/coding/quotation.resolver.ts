import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { unitIdOf } from './coded-round.service.js';
import { CommentUnitsService } from './comment-units.service.js';
import { QuotableCommentModel, QuotationModel, SaveQuotationInput } from './quotation.model.js';
import { QuotationService, type ReadQuotation } from './quotation.service.js';
import { questionOf } from './to-coding-models.js';

/** Quotations for who leads the coding; no rules here. */
@Resolver(() => QuotationModel)
export class QuotationResolver {
  constructor(
    private readonly service: QuotationService,
    private readonly comments: CommentUnitsService,
  ) {}

  @Query(() => [QuotationModel])
  @Allow('ManageCoding')
  async quotations(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<QuotationModel[]> {
    return (await this.service.list(actor, roundId)).map(toModel);
  }

  @Query(() => [QuotableCommentModel], { description: 'Comments that may be quoted from; at most 500.' })
  @Allow('ManageCoding')
  async quotableComments(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<QuotableCommentModel[]> {
    const units = await this.service.quotable(actor, roundId);
    const { instrument } = await this.comments.of(roundId);
    return units.slice(0, 500).map(({ id, variable, text }) => ({
      unitId: id,
      question: questionOf(instrument, variable),
      text,
    }));
  }

  @Mutation(() => QuotationModel, {
    description: 'Stores part and masks; a confirmation before is void then.',
  })
  @Allow('ManageCoding')
  async saveQuotation(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveQuotationInput,
  ): Promise<QuotationModel> {
    return toModel(await this.service.save(actor, input));
  }

  @Mutation(() => QuotationModel, { description: 'You say that nothing in these words tells who or where.' })
  @Allow('ManageCoding')
  async confirmQuotation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<QuotationModel> {
    return toModel(await this.service.confirm(actor, id, expectedRevision));
  }

  @Mutation(() => ID, { description: 'Takes a quotation away; gives its id back.' })
  @Allow('ManageCoding')
  async removeQuotation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<string> {
    return (await this.service.remove(actor, id)).id;
  }
}

const toModel = ({ row, unit, state, words }: ReadQuotation): QuotationModel => ({
  id: row.id,
  unitId: unitIdOf(row),
  revision: row.revision,
  start: row.start,
  end: row.end,
  masks: [...row.masks],
  text: unit?.text ?? '',
  words,
  state,
});

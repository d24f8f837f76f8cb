import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CodingTaskModel } from './coding.model.js';
import { CodingTaskService } from './coding-task.service.js';
import { CodingSuggestionsModel } from './suggestion.model.js';
import { SuggestionService } from './suggestion.service.js';
import { toTaskModel } from './to-coding-models.js';

/** Suggestions of codes: asked for by coders, turned on by leads. */
@Resolver()
export class SuggestionResolver {
  constructor(
    private readonly suggestions: SuggestionService,
    private readonly tasks: CodingTaskService,
  ) {}

  @Query(() => CodingSuggestionsModel, { description: 'Codes suggested for a comment of your own task.' })
  @Allow('CodeComments')
  async codingSuggestions(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('unitId', { type: () => ID }) unitId: string,
  ): Promise<CodingSuggestionsModel> {
    const { state, learnedFrom, suggestions } = await this.suggestions.of(actor, taskId, unitId);
    return {
      state,
      learnedFrom,
      suggestions: suggestions.map((suggestion) => ({
        ...suggestion,
        words: suggestion.words.map((word) => ({ ...word, places: [...word.places] })),
      })),
    };
  }

  @Mutation(() => CodingTaskModel, {
    description: 'Turns suggestions of codes on or off for one coder; they are off when a task is given.',
  })
  @Allow('ManageCoding')
  async setCodingSuggestions(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('on') on: boolean,
  ): Promise<CodingTaskModel> {
    const { roundId } = await this.tasks.setSuggestions(actor, taskId, on);
    const all = await this.tasks.ofRound(actor, roundId);
    return toTaskModel(all.find(({ task }) => task.id === taskId)!);
  }
}

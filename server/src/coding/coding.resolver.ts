import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { AdjudicationService } from './adjudication.service.js';
import { AgreementService } from './agreement.service.js';
import { CodingDeskService } from './coding-desk.service.js';
import {
  AssignCoderInput,
  CodingAgreementModel,
  CodingDeskModel,
  CodingSavedModel,
  CodingTaskModel,
  ComparisonModel,
  DecideCodingInput,
  PossibleCoderModel,
  SaveCodingInput,
} from './coding.model.js';
import { CodingTaskService } from './coding-task.service.js';
import { toAgreementModel, toComparison, toDeskModel, toTaskModel } from './to-coding-models.js';

/** Coding for coders and those who lead it; no rules here. */
@Resolver()
export class CodingResolver {
  constructor(
    private readonly tasks: CodingTaskService,
    private readonly desks: CodingDeskService,
    private readonly adjudication: AdjudicationService,
    private readonly agreement: AgreementService,
  ) {}

  @Query(() => [CodingTaskModel], { description: 'Your own tasks.' })
  @Allow('CodeComments')
  async myCodingTasks(@CurrentActor() actor: Actor): Promise<CodingTaskModel[]> {
    return (await this.tasks.mine(actor)).map(toTaskModel);
  }

  @Query(() => CodingDeskModel, { description: 'One of your own tasks with some of its comments.' })
  @Allow('CodeComments')
  async codingDesk(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('skip', { type: () => Int, nullable: true }) skip?: number,
    @Args('take', { type: () => Int, nullable: true, description: 'At most 100; 25 unless said.' })
    take?: number,
  ): Promise<CodingDeskModel> {
    return toDeskModel(await this.desks.open(actor, taskId), windowOf(skip, take));
  }

  @Query(() => [CodingTaskModel], { description: 'Every task of a round.' })
  @Allow('ManageCoding')
  async codingTasks(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<CodingTaskModel[]> {
    return (await this.tasks.ofRound(actor, roundId)).map(toTaskModel);
  }

  @Query(() => [PossibleCoderModel], { description: 'Who may be given a task in a round.' })
  @Allow('ManageCoding')
  async possibleCoders(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<PossibleCoderModel[]> {
    return this.tasks.possibleCoders(actor, roundId);
  }

  @Query(() => CodingAgreementModel)
  @Allow('ManageCoding')
  async codingAgreement(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('codebookId', { type: () => ID }) codebookId: string,
  ): Promise<CodingAgreementModel> {
    return toAgreementModel(await this.agreement.of(actor, roundId, codebookId));
  }

  @Query(() => ComparisonModel, {
    description: 'Comments that all their coders have finished, side by side; for who decides between them.',
  })
  @Allow('CodeComments', 'ManageCoding')
  async codingComparison(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('codebookId', { type: () => ID }) codebookId: string,
    @Args('onlyUndecided', { nullable: true }) onlyUndecided?: boolean,
    @Args('skip', { type: () => Int, nullable: true }) skip?: number,
    @Args('take', { type: () => Int, nullable: true, description: 'At most 500; 25 unless said.' })
    take?: number,
    @Args('codeId', { type: () => ID, nullable: true, description: 'Only comments that somebody gave it.' })
    codeId?: string,
  ): Promise<ComparisonModel> {
    const found = await this.adjudication.sideBySide(actor, roundId, codebookId);
    return toComparison(
      found,
      { onlyUndecided: onlyUndecided ?? false, codeId: codeId ?? '' },
      windowOf(skip, take, MOST_COMPARED),
    );
  }

  @Mutation(() => CodingTaskModel, { description: 'Gives somebody a task.' })
  @Allow('ManageCoding')
  async assignCoder(
    @CurrentActor() actor: Actor,
    @Args('input') input: AssignCoderInput,
  ): Promise<CodingTaskModel> {
    const task = await this.tasks.assign(actor, input);
    return this.taskOf(actor, task.roundId, task.id);
  }

  @Mutation(() => CodingTaskModel, {
    description: 'Takes somebody off a task: what they finished counts, what they had begun does not.',
  })
  @Allow('ManageCoding')
  async removeCoder(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
  ): Promise<CodingTaskModel> {
    const task = await this.tasks.takeOff(actor, taskId);
    return this.taskOf(actor, task.roundId, task.id);
  }

  @Mutation(() => CodingSavedModel, { description: 'Stores what you say about one comment.' })
  @Allow('CodeComments')
  async saveCoding(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveCodingInput,
  ): Promise<CodingSavedModel> {
    const { revision, state, savedAt } = await this.desks.save(actor, input);
    return { unitId: input.unitId, revision, state, savedAt };
  }

  @Mutation(() => CodingDeskModel, {
    description: 'Declares a task of yours finished: all comments are final.',
  })
  @Allow('CodeComments')
  async finishCoding(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
  ): Promise<CodingDeskModel> {
    await this.desks.finish(actor, taskId);
    return toDeskModel(await this.desks.open(actor, taskId), { skip: 0, take: 0 });
  }

  @Mutation(() => CodingTaskModel, { description: 'Opens a finished comment of a coder again, or all.' })
  @Allow('ManageCoding')
  async reopenCoding(
    @CurrentActor() actor: Actor,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('unitId', { type: () => ID, description: "'' = all comments." }) unitId: string,
  ): Promise<CodingTaskModel> {
    const task = await this.desks.reopen(actor, taskId, unitId);
    return this.taskOf(actor, task.roundId, task.id);
  }

  @Mutation(() => ID, { description: 'Stores what counts for a comment; gives its id back.' })
  @Allow('CodeComments', 'ManageCoding')
  async decideCoding(@CurrentActor() actor: Actor, @Args('input') input: DecideCodingInput): Promise<string> {
    await this.adjudication.decide(actor, input);
    return input.unitId;
  }

  private async taskOf(actor: Actor, roundId: string, taskId: string): Promise<CodingTaskModel> {
    const all = await this.tasks.ofRound(actor, roundId);
    return toTaskModel(all.find(({ task }) => task.id === taskId)!);
  }
}

/** Comments side by side on one page. */
const MOST_COMPARED = 500;

const windowOf = (skip?: number | null, take?: number | null, most = 100) => ({
  skip: Math.max(0, skip ?? 0),
  take: Math.min(most, Math.max(0, take ?? 25)),
});

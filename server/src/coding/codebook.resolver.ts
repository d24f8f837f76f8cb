import { codesInUse } from '@liaison-atlas/shared/coding/codebook-content';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import {
  CodebookCreatedModel,
  CodebookModel,
  CodebookVersionModel,
  CreateCodebookInput,
  MergeCodesInput,
  RestoreCodebookInput,
  SaveCodebookInput,
  SplitCodeInput,
} from './codebook.model.js';
import { CodebookService, type OpenCodebook } from './codebook.service.js';

/** Codebooks for coders and survey leads; no rules here. */
@Resolver(() => CodebookModel)
export class CodebookResolver {
  constructor(private readonly codebooks: CodebookService) {}

  @Query(() => [CodebookModel], {
    name: 'codebooks',
    description: 'Every codebook that you may read, by title.',
  })
  @Allow('CodeComments', 'ManageCoding')
  async codebookList(@CurrentActor() actor: Actor): Promise<CodebookModel[]> {
    return (await this.codebooks.list(actor)).map(toCodebookModel);
  }

  @Query(() => CodebookModel)
  @Allow('CodeComments', 'ManageCoding')
  async codebook(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CodebookModel> {
    return toCodebookModel(await this.codebooks.get(actor, id));
  }

  @ResolveField(() => [CodebookVersionModel], { description: 'Every version, the newest first.' })
  async versions(@Parent() { id }: CodebookModel): Promise<CodebookVersionModel[]> {
    return (await this.codebooks.versions(id)).map(({ version, change, note, at, content }) => ({
      version,
      change,
      note,
      at,
      codeCount: codesInUse(content).length,
    }));
  }

  @Mutation(() => CodebookCreatedModel, {
    description: 'Begins a codebook: with the themes of 2018, empty, or from a REFI-QDA file.',
  })
  @Allow('ManageCoding')
  async createCodebook(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateCodebookInput,
  ): Promise<CodebookCreatedModel> {
    const { opened, report } = await this.codebooks.create(actor, input);
    return { codebook: toCodebookModel(opened), report: [...report] };
  }

  @Mutation(() => CodebookModel, { description: 'Stores an edited codebook as its next version.' })
  @Allow('ManageCoding')
  async saveCodebook(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveCodebookInput,
  ): Promise<CodebookModel> {
    return toCodebookModel(await this.codebooks.save(actor, input));
  }

  @Mutation(() => CodebookModel, {
    description: 'What was coded with one code counts as another from now on.',
  })
  @Allow('ManageCoding')
  async mergeCodes(
    @CurrentActor() actor: Actor,
    @Args('input') input: MergeCodesInput,
  ): Promise<CodebookModel> {
    return toCodebookModel(await this.codebooks.merge(actor, input));
  }

  @Mutation(() => CodebookModel, { description: 'Makes a new code that takes some comments of another one.' })
  @Allow('ManageCoding')
  async splitCode(
    @CurrentActor() actor: Actor,
    @Args('input') { id, expectedVersion, codeId, ...part }: SplitCodeInput,
  ): Promise<CodebookModel> {
    return toCodebookModel(await this.codebooks.split(actor, { id, expectedVersion, codeId, part }));
  }

  @Mutation(() => CodebookModel, { description: 'Makes an earlier version the next one.' })
  @Allow('ManageCoding')
  async restoreCodebook(
    @CurrentActor() actor: Actor,
    @Args('input') input: RestoreCodebookInput,
  ): Promise<CodebookModel> {
    return toCodebookModel(await this.codebooks.restore(actor, input));
  }
}

/** A codebook as the API shows it. */
export const toCodebookModel = ({ book, current }: OpenCodebook): CodebookModel => ({
  id: book.id,
  title: book.title,
  roundId: book.roundId ?? '',
  version: book.version,
  codes: codesInUse(current.content).map(({ splitFrom, ...code }) => ({
    ...code,
    splitFromId: splitFrom?.codeId ?? '',
  })),
});

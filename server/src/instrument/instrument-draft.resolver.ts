import { checkInstrument } from '@liaison-atlas/shared/instrument/check-instrument';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { InstrumentDraft } from './instrument-draft.entity.js';
import {
  CreateInstrumentDraftInput,
  CreateInstrumentDraftResult,
  DeleteInstrumentDraftResult,
  InstrumentDraftModel,
  PublishInstrumentInput,
  PublishInstrumentResult,
  SaveInstrumentDraftInput,
  SaveInstrumentDraftResult,
} from './instrument-draft.model.js';
import { InstrumentDraftService } from './instrument-draft.service.js';
import { type PublishOutcome, PublishInstrumentService } from './publish-instrument.service.js';
import { toVersionModel } from './to-version-model.js';

/** Translates between GraphQL and the designer's services; no rules here. */
@Resolver(() => InstrumentDraftModel)
export class InstrumentDraftResolver {
  constructor(
    private readonly drafts: InstrumentDraftService,
    private readonly publishing: PublishInstrumentService,
  ) {}

  @Query(() => [InstrumentDraftModel])
  @Allow('DesignInstrument')
  async instrumentDrafts(): Promise<InstrumentDraftModel[]> {
    return (await this.drafts.list()).map(toModel);
  }

  @Query(() => InstrumentDraftModel)
  @Allow('DesignInstrument')
  async instrumentDraft(@Args('id', { type: () => ID }) id: string): Promise<InstrumentDraftModel> {
    return toModel(await this.drafts.get(id));
  }

  @Mutation(() => CreateInstrumentDraftResult, {
    description: 'Begins a questionnaire: blank, from the newest version of its series, or from JSON.',
  })
  @Allow('DesignInstrument')
  async createInstrumentDraft(
    @CurrentActor() actor: Actor,
    @Args('input') { key, title, from, content }: CreateInstrumentDraftInput,
  ): Promise<typeof CreateInstrumentDraftResult> {
    const result = await this.drafts.create(actor, { key, title, from, content: content ?? '' });
    return result.ok ? toModel(result.value) : { problems: [...result.problems] };
  }

  @Mutation(() => SaveInstrumentDraftResult, {
    description: 'Saves a draft, half done or not; gives back both contents where somebody saved in between.',
  })
  @Allow('DesignInstrument')
  async saveInstrumentDraft(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveInstrumentDraftInput,
  ): Promise<typeof SaveInstrumentDraftResult> {
    const result = await this.drafts.save(actor, input);
    if ('stale' in result) return { stored: toModel(result.stale), sentContent: input.content };
    return result.ok ? toModel(result.value) : { problems: [...result.problems] };
  }

  @Mutation(() => DeleteInstrumentDraftResult)
  @Allow('DesignInstrument')
  async deleteInstrumentDraft(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<typeof DeleteInstrumentDraftResult> {
    const result = await this.drafts.remove(actor, id, expectedRevision);
    if ('stale' in result) return { stored: toModel(result.stale), sentContent: '' };
    return result.ok ? { deletedId: result.value.id } : { problems: [...result.problems] };
  }

  @Mutation(() => PublishInstrumentResult, {
    description: 'Freezes a draft for good as the next version of its series.',
  })
  @Allow('DesignInstrument')
  async publishInstrument(
    @CurrentActor() actor: Actor,
    @Args('input') input: PublishInstrumentInput,
  ): Promise<typeof PublishInstrumentResult> {
    return toPublished(await this.publishing.publish(actor, input));
  }

  @Mutation(() => PublishInstrumentResult, {
    description: 'Freezes what a draft says now for pilot rounds; the draft goes on.',
  })
  @Allow('DesignInstrument')
  async pilotInstrument(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Promise<typeof PublishInstrumentResult> {
    return toPublished(await this.publishing.pilot(actor, id, expectedRevision));
  }

  @Mutation(() => PublishInstrumentResult, {
    description: 'No round begins with this version any more; those that have used it stay as they are.',
  })
  @Allow('DesignInstrument')
  async retireInstrument(
    @CurrentActor() actor: Actor,
    @Args('key', { type: () => ID }) key: string,
    @Args('version') version: string,
  ): Promise<typeof PublishInstrumentResult> {
    return toPublished(await this.publishing.retire(actor, key, version));
  }
}

function toPublished(result: PublishOutcome): typeof PublishInstrumentResult {
  if ('stale' in result) return { stored: toModel(result.stale), sentContent: '' };
  return result.ok ? toVersionModel(result.value) : { problems: [...result.problems] };
}

function toModel({ id, key, basedOn, revision, content, savedAt }: InstrumentDraft): InstrumentDraftModel {
  const instrument = JSON.parse(content) as Instrument;
  return {
    id,
    key,
    basedOn,
    revision,
    content,
    savedAt,
    title: instrument.title.en,
    questionCount: questionsOf(instrument).length,
    problemCount: checkInstrument(instrument).length,
  };
}

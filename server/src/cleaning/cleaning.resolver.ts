import type { CleaningMode, SecondReader } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import type { TaskKind } from '@liaison-atlas/shared/cleaning/queue';
import { PERSPECTIVES } from '@liaison-atlas/shared/fieldwork/response';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { CleaningPicture } from './cleaning-picture.service.js';
import { CleaningSettingsService } from './cleaning-settings.service.js';
import {
  CleaningDecisionsModel,
  CleaningFormModel,
  CleaningModel,
  CleaningProgressModel,
  CleaningQueueModel,
  TaskKindEnum,
} from './cleaning.model.js';
import { CleaningService } from './cleaning.service.js';
import {
  CleaningSettingsInput,
  CleaningSettingsResult,
  DecideInput,
  DecideResult,
  type DecisionInput,
} from './decide.model.js';
import { type AskedDecision, DecideService } from './decide.service.js';
import {
  toCleaningModel,
  toDecisionModel,
  toFormModel,
  toTaskModel,
  type Words,
} from './to-cleaning-models.js';

/** Forms of one answer: two side by side, or a set of duplicates. */
const MAX_FORMS = 20;

/** Translates between GraphQL and the cleaning of a round; no rules here. */
@Resolver(() => CleaningModel)
export class CleaningResolver {
  constructor(
    private readonly cleanings: CleaningService,
    private readonly deciding: DecideService,
    private readonly settings: CleaningSettingsService,
  ) {}

  @Query(() => CleaningModel)
  @Allow('CleanRound')
  async cleaning(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<CleaningModel> {
    return toCleaningModel(await this.cleanings.picture(actor, roundId));
  }

  @Query(() => CleaningProgressModel, {
    nullable: true,
    description: 'Begins to work a round out, and says at once how far that is; null = it is there.',
  })
  @Allow('CleanRound')
  async cleaningProgress(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<CleaningProgressModel | null> {
    return this.cleanings.progress(actor, roundId);
  }

  @Query(() => CleaningQueueModel, { description: 'What waits for a person, a page at a time.' })
  @Allow('CleanRound')
  async cleaningQueue(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('kind', { type: () => TaskKindEnum, nullable: true }) kind: TaskKind | null,
    @Args('text', { defaultValue: '', description: 'Part of a hospital’s name, its code, or a form.' })
    text: string,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
    @Args('perPage', { type: () => Int, defaultValue: 25, description: 'At most 500.' }) perPage: number,
  ): Promise<CleaningQueueModel> {
    const picture = await this.cleanings.picture(actor, roundId);
    const words = await this.wordsFor(picture, []);
    const { total, items } = await this.cleanings.queue(actor, roundId, {
      kind: kind ?? null,
      text,
      page,
      perPage,
    });
    return { total, tasks: items.map((task) => toTaskModel(task, picture, words)) };
  }

  @Query(() => [CleaningFormModel], {
    description: 'Forms as they lie before a cleaner, in the order asked for.',
  })
  @Allow('CleanRound')
  async cleaningForms(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<CleaningFormModel[]> {
    const picture = await this.cleanings.picture(actor, roundId);
    const forms = ids.slice(0, MAX_FORMS).flatMap((id) => {
      const form = picture.living.form(id);
      // A draft is nobody's business.
      return form === undefined || form.revision === 0 ? [] : [form];
    });
    const decisions = forms.flatMap(
      ({ responseId }) => picture.living.groupOfForm(responseId)?.index.decisionsOn(responseId) ?? [],
    );
    const words = await this.wordsFor(picture, decisions);
    return forms.map((form) =>
      toFormModel(form, picture, words, this.cleanings.proposals(picture, form.siteTextRaw)),
    );
  }

  @Query(() => CleaningDecisionsModel, { description: 'Decisions, the latest first.' })
  @Allow('CleanRound')
  async cleaningDecisions(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('formId', { type: () => ID, defaultValue: '' }) responseId: string,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
    @Args('perPage', { type: () => Int, defaultValue: 25 }) perPage: number,
  ): Promise<CleaningDecisionsModel> {
    const picture = await this.cleanings.picture(actor, roundId);
    const { total, items } = await this.cleanings.decisions(actor, roundId, { responseId, page, perPage });
    const words = await this.wordsFor(picture, items);
    return { total, decisions: items.map((decision) => toDecisionModel(decision, picture, words)) };
  }

  @Mutation(() => DecideResult, { description: 'Decides; all decisions of a request hold, or none.' })
  @Allow('CleanRound')
  async decideForms(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, decisions }: DecideInput,
  ): Promise<typeof DecideResult> {
    const result = await this.deciding.decide(actor, roundId, decisions.map(toAsked));
    if (!result.ok) return { problems: [...result.problems] };
    const cleaning = toCleaningModel(await this.cleanings.picture(actor, roundId));
    return { decisionIds: result.value.map(({ id }) => id), cleaning };
  }

  @Mutation(() => CleaningSettingsResult, { description: 'Changes how a round is cleaned.' })
  @Allow('CleanRound')
  async changeCleaning(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, mode, secondReader, checks }: CleaningSettingsInput,
  ): Promise<typeof CleaningSettingsResult> {
    const result = await this.settings.change(actor, roundId, {
      mode: mode as CleaningMode,
      secondReader: secondReader as SecondReader,
      checks,
    });
    if (!result.ok) return { problems: [...result.problems] };
    return toCleaningModel(await this.cleanings.picture(actor, roundId));
  }

  private async wordsFor(
    picture: CleaningPicture,
    decisions: readonly { readonly by: string }[],
  ): Promise<Words> {
    const instrument = await this.cleanings.instrumentOf(picture);
    const names = await this.cleanings.namesOf(decisions.map(({ by }) => by));
    return {
      instrument,
      hospitals: this.cleanings.hospitalChoices(picture),
      hospitalName: (odsCode) => this.cleanings.hospitalName(picture.round, odsCode),
      nameOf: (personId) => names.get(personId) ?? personId,
    };
  }
}

/** About a disagreement, a confirmation or a reversal the form only says what was looked at. */
function toAsked({ formId, mark, perspective, ...own }: DecisionInput): AskedDecision {
  const isAboutForm = !['resolve', 'query', 'confirm', 'reverse'].includes(own.kind);
  return {
    ...own,
    perspective: PERSPECTIVES.find((known) => known === perspective) ?? '',
    responseId: isAboutForm ? formId : '',
    seenId: formId,
    mark,
  };
}

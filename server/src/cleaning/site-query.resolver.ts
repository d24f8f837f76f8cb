import { type Perspective, PERSPECTIVES } from '@liaison-atlas/shared/fieldwork/response';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CleaningService } from './cleaning.service.js';
import type { QueryWay, SiteQuery } from './site-query.entity.js';
import { AskSiteInput, SiteAnswerEnum, SiteQueryModel, SiteQueryResult } from './site-query.model.js';
import { SiteQueryService } from './site-query.service.js';
import { aboutWords } from './to-cleaning-models.js';

/** Questions to sites over GraphQL; no rules here. */
@Resolver(() => SiteQueryModel)
export class SiteQueryResolver {
  constructor(
    private readonly asking: SiteQueryService,
    private readonly cleanings: CleaningService,
  ) {}

  @Query(() => [SiteQueryModel], { description: 'Questions to sites, the latest first.' })
  @Allow('CleanRound')
  async siteQueries(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<SiteQueryModel[]> {
    return this.toModels(actor, roundId, await this.asking.list(actor, roundId));
  }

  @Mutation(() => SiteQueryResult, { description: 'Asks a hospital on what its forms disagree.' })
  @Allow('CleanRound')
  async askSite(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, formId, perspective, way, ...asked }: AskSiteInput,
  ): Promise<typeof SiteQueryResult> {
    const known: Perspective | '' = PERSPECTIVES.find((each) => each === perspective) ?? '';
    return this.answer(
      actor,
      roundId,
      await this.asking.ask(actor, roundId, {
        ...asked,
        perspective: known,
        seenId: formId,
        way: way as QueryWay,
      }),
    );
  }

  @Mutation(() => SiteQueryResult, { description: 'Writes down what a site said on the telephone.' })
  @Allow('CleanRound')
  async recordSiteAnswer(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('answer', { type: () => SiteAnswerEnum }) answer: string,
  ): Promise<typeof SiteQueryResult> {
    return this.answer(actor, roundId, await this.asking.record(actor, roundId, id, answer));
  }

  @Mutation(() => SiteQueryResult, { description: 'Drops a question; its link leads nowhere then.' })
  @Allow('CleanRound')
  async closeSiteQuery(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof SiteQueryResult> {
    return this.answer(actor, roundId, await this.asking.close(actor, roundId, id));
  }

  private async answer(
    actor: Actor,
    roundId: string,
    result: Result<SiteQuery, Problem>,
  ): Promise<typeof SiteQueryResult> {
    if (!result.ok) return { problems: [...result.problems] };
    const [model] = await this.toModels(actor, roundId, [result.value]);
    return model ?? { problems: [] };
  }

  private async toModels(
    actor: Actor,
    roundId: string,
    queries: readonly SiteQuery[],
  ): Promise<SiteQueryModel[]> {
    const picture = await this.cleanings.picture(actor, roundId);
    const instrument = await this.cleanings.instrumentOf(picture);
    const names = await this.cleanings.namesOf(queries.map(({ askedBy }) => askedBy));
    return queries.map(({ tokenHash: _hash, askedBy, answer, ...query }) => ({
      ...query,
      answer: answer === '' ? null : answer,
      hospital: this.cleanings.hospitalName(picture.round, query.odsCode),
      about: aboutWords(query.variable, instrument),
      askedBy: names.get(askedBy) ?? askedBy,
    }));
  }
}

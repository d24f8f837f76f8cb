import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { SiteObjectionService } from '../../cleaning/site-objection.service.js';
import { ReleaseKindEnum } from '../round.model.js';
import {
  ReleaseDeskModel,
  ReleaseDeskResult,
  ReleaseMarkResult,
  ReleasePreviewModel,
  ReplyLinkResult,
} from './release-desk.model.js';
import { ReleaseDeskView } from './release-desk-view.js';
import { ReleaseMarksService } from './release-marks.service.js';
import { ReleasePreviewService } from './release-preview.service.js';
import { ReplyDeskService } from './reply-desk.service.js';
import { SignOffService } from './sign-off.service.js';

const roundArg = { type: () => ID };

/** What goes before a release and what is added after it, over GraphQL; no rules here. */
@Resolver(() => ReleaseDeskModel)
export class ReleaseDeskResolver {
  constructor(
    private readonly view: ReleaseDeskView,
    private readonly replies: ReplyDeskService,
    private readonly objections: SiteObjectionService,
    private readonly signOffs: SignOffService,
    private readonly marks: ReleaseMarksService,
    private readonly previews: ReleasePreviewService,
  ) {}

  @Query(() => ReleaseDeskModel, { description: 'Right of reply and sign-offs of a round.' })
  @Allow('ReleaseRound')
  releaseDesk(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
  ): Promise<ReleaseDeskModel> {
    return this.view.desk(actor, roundId);
  }

  @Query(() => ReleasePreviewModel, {
    description: 'A release as it would be now, beside the one that stands.',
  })
  @Allow('ReleaseRound')
  async releasePreview(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('kind', { type: () => ReleaseKindEnum }) kind: ReleaseKind,
  ): Promise<ReleasePreviewModel> {
    const { document, before, comparison, disclosure, problems } = await this.previews.preview(
      actor,
      roundId,
      kind,
    );
    return {
      problems: [...problems],
      number: document?.number ?? null,
      before: before?.stamp ?? null,
      indicators: comparison?.indicators ?? [],
      hospitals: comparison?.hospitals ?? [],
      gone: comparison?.gone ?? [],
      namedBefore: comparison?.namedBefore ?? 0,
      disclosure,
      coding: document?.coding ?? null,
      themes: document?.themes ?? [],
    };
  }

  @Mutation(() => ReleaseDeskResult, { description: 'Shows each hospital what would stand under its name.' })
  @Allow('ReleaseRound')
  async openRightOfReply(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<typeof ReleaseDeskResult> {
    const result = await this.replies.open(actor, roundId, days);
    return result.ok ? this.view.desk(actor, roundId) : { problems: [...result.problems] };
  }

  @Mutation(() => ReplyLinkResult, {
    description: 'Makes a link for a hospital that nobody can write to, to be handed over in another way.',
  })
  @Allow('ReleaseRound')
  async giveReplyLink(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('odsCode', { type: () => ID }) odsCode: string,
  ): Promise<typeof ReplyLinkResult> {
    const result = await this.replies.giveLink(actor, roundId, odsCode);
    return result.ok ? { link: result.value } : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseDeskResult, { description: 'Writes down what became of an objection.' })
  @Allow('ReleaseRound')
  async settleObjection(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('id', { type: () => ID }) id: string,
    @Args('note') note: string,
  ): Promise<typeof ReleaseDeskResult> {
    const result = await this.objections.settle(actor, roundId, id, note);
    return result.ok ? this.view.desk(actor, roundId) : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseDeskResult, { description: 'Signs off the freeze that holds.' })
  @Allow('ReleaseRound')
  async signOffRelease(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('freezeSha256') freezeSha256: string,
  ): Promise<typeof ReleaseDeskResult> {
    const result = await this.signOffs.sign(actor, roundId, freezeSha256);
    return result.ok ? this.view.desk(actor, roundId) : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseDeskResult, {
    description: "Takes the viewer's own sign-off back, as long as no release stands on the freeze.",
  })
  @Allow('ReleaseRound')
  async takeSignOffBack(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('reason') reason: string,
  ): Promise<typeof ReleaseDeskResult> {
    const result = await this.signOffs.takeBack(actor, roundId, reason);
    return result.ok ? this.view.desk(actor, roundId) : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseDeskResult, { description: 'Sets how many sign-offs a release on a freeze needs.' })
  @Allow('ReleaseRound')
  async setSignOffs(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('required', { type: () => Int }) required: number,
  ): Promise<typeof ReleaseDeskResult> {
    const result = await this.signOffs.require(actor, roundId, required);
    return result.ok ? this.view.desk(actor, roundId) : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseMarkResult, {
    description: 'Withdraws a release; its address stays, with a notice.',
  })
  @Allow('ReleaseRound')
  async withdrawRelease(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('reason') reason: string,
  ): Promise<typeof ReleaseMarkResult> {
    const result = await this.marks.withdraw(actor, roundId, number, reason);
    return result.ok ? result.value : { problems: [...result.problems] };
  }

  @Mutation(() => ReleaseMarkResult, {
    description: 'Gives a release its DOI; the document does not change.',
  })
  @Allow('ReleaseRound')
  async setReleaseDoi(
    @CurrentActor() actor: Actor,
    @Args('roundId', roundArg) roundId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('doi') doi: string,
  ): Promise<typeof ReleaseMarkResult> {
    const result = await this.marks.setDoi(actor, roundId, number, doi);
    return result.ok ? result.value : { problems: [...result.problems] };
  }
}

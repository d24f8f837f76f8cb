import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import type { LeftOut, Recipient } from '@liaison-atlas/shared/fieldwork/mailing/plan-audience';
import { groupBy } from '@liaison-atlas/shared/kernel/group-by';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { FrameService } from '../../frame/frame.service.js';
import type { MailState } from '../../outbox/outbox-message.entity.js';
import { type MailingAct, MailingControlService } from './mailing-control.service.js';
import type { MailingProgress } from './mailing-progress.js';
import {
  FirstMailTextsModel,
  MailingActEnum,
  MailingDraftInput,
  MailingModel,
  MailingPreviewModel,
  MailingPreviewResult,
  MailingResult,
  SendMailingInput,
} from './mailing.model.js';
import { type MailingPreview, MailingService } from './mailing.service.js';

/** People of a preview that are named; all of them are counted. */
const NAMED = 200;

/** Mailings of a round, for its lead. */
@Resolver(() => MailingModel)
export class MailingResolver {
  constructor(
    private readonly mailings: MailingService,
    private readonly control: MailingControlService,
    private readonly frame: FrameService,
  ) {}

  @Query(() => [MailingModel], { name: 'mailings', description: 'Of a round, the newest first.' })
  @Allow('ManageContacts')
  async list(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<MailingModel[]> {
    return (await this.mailings.list(actor, roundId)).map(toModel);
  }

  @Query(() => FirstMailTextsModel, { description: 'Texts to begin with, on what the round asks and whom.' })
  @Allow('ManageContacts')
  async firstMailTexts(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
  ): Promise<FirstMailTextsModel> {
    const { invitation, reminder, thanks } = await this.mailings.firstTexts(actor, roundId);
    return { invitation, reminder, thanks };
  }

  @Query(() => MailingPreviewResult)
  @Allow('ManageContacts')
  async mailingPreview(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, ...draft }: MailingDraftInput,
  ): Promise<typeof MailingPreviewResult> {
    const result = await this.mailings.preview(actor, roundId, draft);
    return result.ok ? this.toPreview(result.value) : { problems: [...result.problems] };
  }

  @Mutation(() => MailingResult, {
    description: 'Queues a mailing; refused when its audience is not that of the preview.',
  })
  @Allow('ManageContacts')
  async sendMailing(
    @CurrentActor() actor: Actor,
    @Args('input') { roundId, ...order }: SendMailingInput,
  ): Promise<typeof MailingResult> {
    return toResult(await this.mailings.send(actor, roundId, order));
  }

  @Mutation(() => MailingModel, { description: 'Pauses, resumes or cancels; what has gone out stays.' })
  @Allow('ManageContacts')
  async controlMailing(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('act', { type: () => MailingActEnum }) act: MailingAct,
  ): Promise<MailingModel> {
    return toModel(await this.control.act(actor, id, act));
  }

  @Mutation(() => MailingResult, { description: 'Turns thanks with a copy of the answers on or off.' })
  @Allow('ManageContacts')
  async setThanks(
    @CurrentActor() actor: Actor,
    @Args('roundId', { type: () => ID }) roundId: string,
    @Args('on') on: boolean,
    @Args('subject') subject: string,
    @Args('body') body: string,
  ): Promise<typeof MailingResult> {
    return toResult(await this.control.setThanks(actor, roundId, on, { subject, body }));
  }

  private toPreview({ round, audience, example }: MailingPreview): MailingPreviewModel {
    const { recipients, leftOut, contacts, hash } = audience;
    const named = ({ contactId, odsCode }: Recipient | LeftOut) => {
      const { name = '', email = '' } = contacts.get(contactId) ?? {};
      const hospital =
        odsCode === '' ? '' : displayName(round.kind, this.frame.findHospital(odsCode)?.name ?? odsCode);
      return { name, email, hospital };
    };
    return {
      audienceHash: hash,
      mails: recipients.length,
      people: new Set(recipients.map(({ contactId }) => contactId)).size,
      hospitals: new Set(recipients.map(({ odsCode }) => odsCode)).size,
      recipients: recipients.slice(0, NAMED).map(named),
      leftOutCount: leftOut.length,
      reasons: [...groupBy(leftOut, ({ reason }) => reason)].map(([reason, of]) => ({
        reason,
        count: of.length,
      })),
      leftOut: leftOut.slice(0, NAMED).map((one) => ({ ...named(one), reason: one.reason })),
      example,
    };
  }
}

const toResult = (result: Result<MailingProgress, Problem>): typeof MailingResult =>
  result.ok ? toModel(result.value) : { problems: [...result.problems] };

function toModel({ mailing, state, counts }: MailingProgress): MailingModel {
  const { id, kind, number, subject, body, sendAt, createdAt, recipients } = mailing;
  const of = (each: MailState): number => counts.get(each) ?? 0;
  return {
    id,
    kind,
    number,
    subject,
    body,
    state,
    sendAt,
    createdAt,
    recipients,
    queued: of('queued'),
    held: of('held'),
    sending: of('sending'),
    sent: of('sent'),
    bounced: of('bounced'),
    failed: of('failed'),
    inDoubt: of('in_doubt'),
    dropped: of('dropped'),
  };
}

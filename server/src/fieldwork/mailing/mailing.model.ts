import { MAILING_KINDS, type MailingKind } from '@liaison-atlas/shared/fieldwork/mailing/mailing-kind';
import { LEFT_OUT_REASONS, type LeftOutReason } from '@liaison-atlas/shared/fieldwork/mailing/plan-audience';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { ProblemModel } from '../../graphql/problem.model.js';
import { MAILING_ACTS, type MailingAct } from './mailing-control.service.js';
import { MAILING_STATES, type MailingState } from './mailing-progress.js';

export const MailingKindEnum = enumOf(MAILING_KINDS);
registerEnumType(MailingKindEnum, { name: 'MailingKind', description: 'Why mail goes out in a round.' });
export const SentKindEnum = enumOf(['invitation', 'reminder'] as const);
registerEnumType(SentKindEnum, { name: 'SentMailingKind', description: 'Mailings that a lead sends.' });
export const MailingStateEnum = enumOf(MAILING_STATES);
registerEnumType(MailingStateEnum, {
  name: 'MailingState',
  description: 'Where a mailing stands; on and off are those of thanks.',
});
export const MailingActEnum = enumOf(MAILING_ACTS);
registerEnumType(MailingActEnum, { name: 'MailingAct' });
export const LeftOutReasonEnum = enumOf(LEFT_OUT_REASONS);
registerEnumType(LeftOutReasonEnum, {
  name: 'LeftOutReason',
  description: 'Why somebody is left out of a mailing.',
});

@InputType({ description: 'A mailing as it is written.' })
export class MailingDraftInput {
  @Field(() => ID) roundId: string;
  @Field(() => SentKindEnum) kind: 'invitation' | 'reminder';
  @Field(() => [ID], { description: 'None = all lists of the round, and the general ones.' })
  listIds: string[];
  @Field() subject: string;
  @Field({ description: 'With placeholders in braces.' }) body: string;
}

@InputType({ description: 'A mailing to send to exactly those of its preview.' })
export class SendMailingInput extends MailingDraftInput {
  @Field({ description: 'As the preview gave it.' }) audienceHash: string;
  @Field({ defaultValue: '', description: "Not before this moment, ISO 8601 UTC; '' = now." }) sendAt: string;
}

@ObjectType('MailingRecipient', { description: 'One mail that will go out.' })
export class MailingRecipientModel {
  @Field() name: string;
  @Field() email: string;
  @Field() hospital: string;
}

@ObjectType('MailingLeftOut', { description: 'Somebody, or one of their hospitals, that gets no mail.' })
export class MailingLeftOutModel {
  @Field() name: string;
  @Field() email: string;
  @Field({ description: "'' = all of theirs." }) hospital: string;
  @Field(() => LeftOutReasonEnum) reason: LeftOutReason;
}

@ObjectType('MailingReasonCount')
export class MailingReasonCountModel {
  @Field(() => LeftOutReasonEnum) reason: LeftOutReason;
  @Field(() => Int) count: number;
}

@ObjectType('MailingExample', { description: 'The first mail as it will be read; links are made later.' })
export class MailingExampleModel {
  @Field() to: string;
  @Field() subject: string;
  @Field() body: string;
}

@ObjectType('MailingPreview', { description: 'Who would get a mailing now, who not, and why.' })
export class MailingPreviewModel {
  @Field({ description: 'Stands for exactly these mails.' }) audienceHash: string;
  @Field(() => Int, { description: 'Mails: one for each contact and hospital.' }) mails: number;
  @Field(() => Int) people: number;
  @Field(() => Int) hospitals: number;
  @Field(() => [MailingRecipientModel], { description: 'The first of them.' })
  recipients: MailingRecipientModel[];
  @Field(() => Int) leftOutCount: number;
  @Field(() => [MailingReasonCountModel]) reasons: MailingReasonCountModel[];
  @Field(() => [MailingLeftOutModel], { description: 'The first of them.' }) leftOut: MailingLeftOutModel[];
  @Field(() => MailingExampleModel, { nullable: true }) example: MailingExampleModel | null;
}

@ObjectType('Mailing', { description: 'A sending to many, and how far it is.' })
export class MailingModel {
  @Field(() => ID) id: string;
  @Field(() => MailingKindEnum) kind: MailingKind;
  @Field(() => Int, { description: 'The how-manieth of its kind in the round.' }) number: number;
  @Field() subject: string;
  @Field() body: string;
  @Field(() => MailingStateEnum) state: MailingState;
  @Field() sendAt: string;
  @Field() createdAt: string;
  @Field(() => Int, { description: 'Mails that were queued at first.' }) recipients: number;
  @Field(() => Int) queued: number;
  @Field(() => Int) held: number;
  @Field(() => Int) sending: number;
  @Field(() => Int) sent: number;
  @Field(() => Int) bounced: number;
  @Field(() => Int) failed: number;
  @Field(() => Int, { description: 'Nobody knows whether they went out; never sent again by themselves.' })
  inDoubt: number;
  @Field(() => Int, { description: 'Not wanted any more when their turn came.' }) dropped: number;
}

@ObjectType('MailingRefused', { description: 'Nothing was sent, and why.' })
export class MailingRefusedModel {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
}

export const MailingPreviewResult = createUnionType({
  name: 'MailingPreviewResult',
  types: () => [MailingPreviewModel, MailingRefusedModel] as const,
  resolveType: (value: object) => ('problems' in value ? MailingRefusedModel : MailingPreviewModel),
});
export const MailingResult = createUnionType({
  name: 'MailingResult',
  types: () => [MailingModel, MailingRefusedModel] as const,
  resolveType: (value: object) => ('problems' in value ? MailingRefusedModel : MailingModel),
});
export type { MailingAct };

@ObjectType({ description: 'Subject and text of a mail, with placeholders in braces.' })
export class MailTextModel {
  @Field() subject: string;
  @Field() body: string;
}

@ObjectType({ description: 'Texts to begin with; whoever sends changes them.' })
export class FirstMailTextsModel {
  @Field(() => MailTextModel) invitation: MailTextModel;
  @Field(() => MailTextModel) reminder: MailTextModel;
  @Field(() => MailTextModel) thanks: MailTextModel;
}

import type { Mask } from '@liaison-atlas/shared/coding/quotation';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('QuotationMask', { description: 'Words that are hidden, and what stands there instead.' })
export class MaskModel implements Mask {
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field({ description: 'Such as hospital; printed as [hospital].' }) label: string;
}

@InputType('QuotationMaskInput')
export class MaskInput implements Mask {
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field() label: string;
}

@ObjectType({ description: 'A comment of a hospital whose every form consented to be quoted.' })
export class QuotableCommentModel {
  @Field(() => ID) unitId: string;
  @Field() question: string;
  @Field() text: string;
}

@ObjectType('Quotation', { description: 'A part of a comment that may be quoted once it is confirmed.' })
export class QuotationModel {
  @Field(() => ID) id: string;
  @Field(() => ID) unitId: string;
  @Field(() => Int) revision: number;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field(() => [MaskModel]) masks: MaskModel[];
  @Field({ description: "The comment; '' when it is gone or was corrected." }) text: string;
  @Field({ description: "The words as they would be quoted; '' when the comment is gone or was corrected." })
  words: string;
  @Field({ description: 'may_leave, not_confirmed, text_changed, no_consent or gone.' }) state: string;
}

@InputType()
export class SaveQuotationInput {
  @Field(() => ID) roundId: string;
  @Field(() => ID, { description: "'' = a new one." }) id: string;
  @Field(() => ID) unitId: string;
  @Field(() => Int) expectedRevision: number;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field(() => [MaskInput]) masks: MaskInput[];
}

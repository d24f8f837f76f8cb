import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';

import { CleaningModel, FormsLedgerModel } from './cleaning.model.js';
import { CleaningRefused } from './decide.model.js';

@ObjectType('Freeze', { description: 'Which revisions of a round are in, for good.' })
export class FreezeModel {
  @Field(() => Int) number: number;
  @Field() at: string;
  @Field({ description: 'Who froze it.' }) by: string;
  @Field() reason: string;
  @Field({ description: 'Hash of the list of revisions, decisions and settings.' }) sha256: string;
  @Field(() => Int, { description: 'Decisions that are in force in it.' }) decisions: number;
  @Field(() => FormsLedgerModel) forms: FormsLedgerModel;
  @Field({ description: 'It holds: nothing can be decided until the round is opened again.' }) holds: boolean;
}

@ObjectType('ChangedForm')
export class ChangedFormModel {
  @Field(() => ID) responseId: string;
  @Field() hospital: string;
  @Field({ description: "Outcome and revision; '' = it was not there." }) from: string;
  @Field() to: string;
}

@ObjectType('ChangedValue', { description: 'A hospital’s position that is another in the later freeze.' })
export class ChangedValueModel {
  @Field(() => ID) odsCode: string;
  @Field() hospital: string;
  @Field() variable: string;
  @Field() from: string;
  @Field() to: string;
}

@ObjectType('ChangedFigure', { description: 'A question’s counts over the frame, in both freezes.' })
export class ChangedFigureModel {
  @Field(() => ID) id: string;
  @Field(() => [Int], { description: 'yes, no, don’t know, not known in the earlier one.' }) from: number[];
  @Field(() => [Int]) to: number[];
}

@ObjectType('FreezeDifference')
export class FreezeDifferenceModel {
  @Field(() => [ChangedFormModel]) formsIn: ChangedFormModel[];
  @Field(() => [ChangedFormModel]) formsOut: ChangedFormModel[];
  @Field(() => [ChangedFormModel]) corrected: ChangedFormModel[];
  @Field(() => [ChangedValueModel]) values: ChangedValueModel[];
  @Field(() => [ChangedFigureModel], { description: 'Only those that differ.' })
  figures: ChangedFigureModel[];
}

export const FreezeResult = createUnionType({
  name: 'FreezeResult',
  types: () => [FreezeModel, CleaningRefused] as const,
  resolveType: (value: object) => ('problems' in value ? 'CleaningRefused' : 'Freeze'),
});
export const ReopenResult = createUnionType({
  name: 'ReopenResult',
  types: () => [CleaningModel, CleaningRefused] as const,
  resolveType: (value: object) => ('problems' in value ? 'CleaningRefused' : 'Cleaning'),
});

import type { DecisionKind } from '@liaison-atlas/shared/cleaning/decision';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../graphql/problem.model.js';
import { CleaningModeEnum, CleaningModel, DecisionKindEnum, SecondReaderEnum } from './cleaning.model.js';

@InputType({ description: 'One decision; what its kind does not need is left out.' })
export class DecisionInput {
  @Field(() => DecisionKindEnum) kind: DecisionKind;
  @Field(() => ID, {
    description:
      'The form; of a disagreement, one of those that disagree; not for a confirmation or a reversal.',
    defaultValue: '',
  })
  formId: string;
  @Field({ description: 'The mark of that form as it was shown.', defaultValue: '' }) mark: string;
  @Field({ description: 'Hospital of a disagreement.', defaultValue: '' }) odsCode: string;
  @Field({ description: 'Perspective of a disagreement.', defaultValue: '' }) perspective: string;
  @Field({ description: 'Question of a disagreement or comment, or a check.', defaultValue: '' })
  variable: string;
  @Field({ description: 'Code of an exclusion.', defaultValue: '' }) reason: string;
  @Field({ description: 'Why, without names.', defaultValue: '' }) note: string;
  @Field({
    description:
      'Form to merge into, hospital to match to, answer of the site, characters to mask (3-9,20-31).',
    defaultValue: '',
  })
  value: string;
  @Field(() => ID, { description: 'Decision to confirm or take back.', defaultValue: '' }) targetId: string;
}

@InputType()
export class DecideInput {
  @Field(() => ID) roundId: string;
  @Field(() => [DecisionInput], {
    description:
      'At most 200; each is checked against the state after those before it, and all hold or none.',
  })
  decisions: DecisionInput[];
}

@InputType()
export class CheckSettingInput {
  @Field(() => ID) id: string;
  @Field() on: boolean;
  @Field(() => Float) threshold: number;
}

@InputType()
export class CleaningSettingsInput {
  @Field(() => ID) roundId: string;
  @Field(() => CleaningModeEnum) mode: string;
  @Field(() => SecondReaderEnum) secondReader: string;
  @Field(() => [CheckSettingInput]) checks: CheckSettingInput[];
}

@ObjectType({ description: 'Nothing was stored; these can be put right.' })
export class CleaningRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

@ObjectType({ description: 'The decisions hold.' })
export class CleaningDecided {
  @Field(() => [ID], { description: 'Ids of the new decisions, in the order of the request.' })
  decisionIds: string[];
  @Field(() => CleaningModel) cleaning: CleaningModel;
}

/** A refusal has problems, a decision ids, anything else is the state of the cleaning. */
const typeOf = (value: object): string =>
  'problems' in value ? 'CleaningRefused' : 'decisionIds' in value ? 'CleaningDecided' : 'Cleaning';

export const DecideResult = createUnionType({
  name: 'DecideResult',
  types: () => [CleaningDecided, CleaningRefused] as const,
  resolveType: typeOf,
});
export const CleaningSettingsResult = createUnionType({
  name: 'CleaningSettingsResult',
  types: () => [CleaningModel, CleaningRefused] as const,
  resolveType: typeOf,
});

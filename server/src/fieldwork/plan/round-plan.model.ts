import type { RoundKind, RoundState } from '@liaison-atlas/shared/fieldwork/round';
import type { RawRoundPlan } from '@liaison-atlas/shared/fieldwork/round-plan';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../../graphql/problem.model.js';

@ObjectType('RoundPlanStep', { description: 'A step that leads on from the state of a round.' })
export class RoundPlanStepModel {
  @Field(() => String, { description: 'State after it.' }) to: RoundState;
  @Field() button: string;
  @Field(() => [String], { description: 'What follows from it, in sentences.' })
  consequences: readonly string[];
  @Field(() => [ProblemModel], { description: 'What stands in its way; none = it can be taken.' })
  problems: readonly Problem[];
}

@ObjectType('RoundPlan', { description: 'All that is planned of a round; for those who plan it.' })
export class RoundPlanModel {
  @Field(() => ID, { description: 'The word for addresses.' }) id: string;
  @Field(() => Int, { description: 'Rises whenever the plan or the state changes.' }) revision: number;
  @Field(() => String, { description: 'published_facts, live or synthetic.' }) kind: RoundKind;
  @Field(() => String, { description: 'draft, pilot, open, corrections, cleaning and so on.' })
  state: RoundState;
  @Field({ description: "Round that it was made from; '' = from nothing." }) basedOn: string;
  @Field() title: string;
  @Field() instrumentKey: string;
  @Field() instrumentVersion: string;
  @Field(() => ID) frameId: string;
  @Field({ description: "ISO 8601 UTC; '' = not set." }) opensAt: string;
  @Field({ description: "ISO 8601 UTC; '' = not set." }) closesAt: string;
  @Field({ description: "ISO 8601 UTC; '' = not set." }) correctionsUntil: string;
  @Field(() => [String], { description: 'Whom it invites: liaison, iapt, psychology, acute_trust.' })
  perspectives: readonly string[];
  @Field({ description: "service_evaluation, research; '' = not said." }) purpose: string;
  @Field({ description: 'Reference of an ethical approval.' }) approval: string;
  @Field({ description: "legitimate_interests, public_task; '' = not said." }) legalBasis: string;
  @Field() legalBasisWhy: string;
  @Field() furtherWords: string;
  @Field({ description: 'site or service.' }) unitOfAnalysis: string;
  @Field() nameFacts: boolean;
  @Field() nameDontKnow: boolean;
  @Field() nameSilence: boolean;
  @Field({ description: 'Whether new answers are taken at this moment.' }) takesAnswers: boolean;
  @Field({ description: 'Whether answers may be corrected at this moment.' }) takesCorrections: boolean;
  @Field(() => Int, { description: 'Forms sent, without those of an earlier pilot.' }) sentForms: number;
  @Field(() => Int, { description: 'Forms begun and never sent.' }) unsentForms: number;
  @Field(() => [String], { description: 'Fields that cannot be changed any more.' })
  locked: readonly string[];
  @Field(() => [String], { description: 'What respondents read about the round.' })
  noteWords: readonly string[];
  @Field(() => [String], { description: 'What is erased when.' }) retention: readonly string[];
  @Field(() => [RoundPlanStepModel]) steps: readonly RoundPlanStepModel[];
}

@ObjectType('PlannableInstrument', { description: 'A questionnaire that a round can ask.' })
export class PlannableInstrumentModel {
  @Field() key: string;
  @Field() version: string;
  @Field() title: string;
  @Field({ description: 'published, piloted (pilot rounds only) or retired.' }) status: string;
}

@ObjectType('PlannableFrame', { description: 'A frame that a round can ask.' })
export class PlannableFrameModel {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field() asOf: string;
  @Field({ description: 'Only a frozen frame can be asked.' }) status: string;
}

@ObjectType('RoundPlanChoices', { description: 'What the plan of a round can name.' })
export class RoundPlanChoicesModel {
  @Field({ description: 'Synthetic rounds can be made.' }) synthetic: boolean;
  @Field({ description: 'The actor may make rounds; who leads single rounds may not.' }) mayCreate: boolean;
  @Field(() => [PlannableInstrumentModel]) instruments: readonly PlannableInstrumentModel[];
  @Field(() => [PlannableFrameModel]) frames: readonly PlannableFrameModel[];
}

@InputType()
export class CreateRoundInput {
  @Field(() => ID, { description: 'The word for addresses: small letters, digits, hyphens.' }) id: string;
  @Field() title: string;
  @Field({ description: 'live or synthetic.' }) kind: string;
  @Field(() => ID, { description: "Round to copy; '' = begin from nothing." }) from: string;
  @Field({ description: "Series of the questionnaire; '' = that of the copied round." })
  instrumentKey: string;
  @Field({ description: "'' = the newest published one of the series." }) instrumentVersion: string;
  @Field(() => ID, { description: "'' = that of the copied round." }) frameId: string;
}

@InputType({ description: "The plan whole. A date is a day or a moment in ISO 8601 UTC; '' = not set." })
export class RoundPlanInput implements RawRoundPlan {
  @Field() title: string;
  @Field() instrumentKey: string;
  @Field() instrumentVersion: string;
  @Field(() => ID) frameId: string;
  @Field() opensAt: string;
  @Field() closesAt: string;
  @Field() correctionsUntil: string;
  @Field(() => [String]) perspectives: string[];
  @Field() purpose: string;
  @Field() approval: string;
  @Field() legalBasis: string;
  @Field() legalBasisWhy: string;
  @Field() furtherWords: string;
  @Field() unitOfAnalysis: string;
  @Field() nameFacts: boolean;
  @Field() nameDontKnow: boolean;
  @Field() nameSilence: boolean;
}

@InputType()
export class SaveRoundPlanInput {
  @Field(() => ID) roundId: string;
  @Field(() => Int, { description: 'Revision that the change was made from.' }) expectedRevision: number;
  @Field(() => RoundPlanInput) plan: RoundPlanInput;
}

@InputType()
export class TakeRoundStepInput {
  @Field(() => ID) roundId: string;
  @Field({ description: 'State after the step.' }) to: string;
  @Field(() => Int) expectedRevision: number;
}

@ObjectType('RoundPlanRefused', { description: 'Nothing was changed; these can be put right.' })
export class RoundPlanRefused {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
}

@ObjectType('RoundPlanDifference', {
  description: 'A field that somebody else has changed meanwhile, as text.',
})
export class RoundPlanDifferenceModel {
  @Field() field: string;
  @Field({ description: 'What is stored now.' }) stored: string;
  @Field({ description: 'What was sent, and not stored.' }) sent: string;
}

@ObjectType('StaleRoundPlan', {
  description: 'The round was changed in between: what is stored, and nothing was overwritten.',
})
export class StaleRoundPlan {
  @Field(() => RoundPlanModel) stored: RoundPlanModel;
  @Field(() => [RoundPlanDifferenceModel]) differences: readonly RoundPlanDifferenceModel[];
}

type PlanResult = RoundPlanModel | StaleRoundPlan | RoundPlanRefused;

const planType = (value: PlanResult) => {
  if ('stored' in value) return StaleRoundPlan;
  return 'revision' in value ? RoundPlanModel : RoundPlanRefused;
};

export const CreateRoundResult = createUnionType({
  name: 'CreateRoundResult',
  types: () => [RoundPlanModel, RoundPlanRefused] as const,
  resolveType: planType,
});
export const SaveRoundPlanResult = createUnionType({
  name: 'SaveRoundPlanResult',
  types: () => [RoundPlanModel, StaleRoundPlan, RoundPlanRefused] as const,
  resolveType: planType,
});

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../graphql/problem.model.js';
import { InstrumentVersionModel } from './instrument.model.js';

@ObjectType('InstrumentDraft', {
  description:
    'A questionnaire that is being written; one a series at a time. For those who design instruments.',
})
export class InstrumentDraftModel {
  @Field(() => ID) id: string;
  @Field({ description: 'Name of the series.' }) key: string;
  @Field() title: string;
  @Field({ description: "Version that it was begun from; '' = the first of its series." }) basedOn: string;
  @Field(() => Int, { description: 'Rises at every save.' }) revision: number;
  @Field({ description: 'The questionnaire as canonical JSON.' }) content: string;
  @Field() savedAt: string;
  @Field(() => Int) questionCount: number;
  @Field(() => Int, { description: 'Things that keep it from being published.' }) problemCount: number;
}

@ObjectType('StaleInstrumentDraft', {
  description: 'Somebody saved in between: both contents, and nothing was overwritten.',
})
export class StaleInstrumentDraft {
  @Field(() => InstrumentDraftModel) stored: InstrumentDraftModel;
  @Field({ description: "What was sent and not stored; '' where no content was sent." }) sentContent: string;
}

@ObjectType({ description: 'Nothing was changed; these can be put right.' })
export class InstrumentRefused {
  @Field(() => [ProblemModel]) problems: Problem[];
}

@ObjectType({ description: 'The draft is gone.' })
export class InstrumentDraftDeleted {
  @Field(() => ID) deletedId: string;
}

@InputType()
export class CreateInstrumentDraftInput {
  @Field(() => ID, { description: 'Name of the series, such as liaison-services.' }) key: string;
  @Field({ description: "Title of a new questionnaire; '' where it is begun from something." }) title: string;
  @Field({ description: "Newest version of the series, to begin from; '' = a new series." }) from: string;
  @Field(() => String, { nullable: true, description: 'A questionnaire to begin with, as JSON.' })
  content?: string | null;
}

@InputType()
export class SaveInstrumentDraftInput {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Revision that the change was made from.' }) expectedRevision: number;
  @Field({ description: 'The whole questionnaire as JSON.' }) content: string;
}

@InputType({ description: 'Whether figures of one question may be compared with the version before.' })
export class VerdictInputModel {
  @Field(() => ID) variable: string;
  @Field({ description: 'same, minor_wording, not_comparable or new.' }) verdict: string;
  @Field({ description: "Why; '' = as follows from what was changed." }) note: string;
}

@InputType()
export class PublishInstrumentInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedRevision: number;
  @Field({ description: 'What this version is or changes.' }) changeNote: string;
  @Field(() => [VerdictInputModel], {
    description: 'One for every question of either version; none for the first version.',
  })
  verdicts: VerdictInputModel[];
}

type DraftResult = InstrumentDraftModel | StaleInstrumentDraft | InstrumentRefused | InstrumentDraftDeleted;

const draftType = (value: DraftResult) => {
  if ('problems' in value) return InstrumentRefused;
  if ('stored' in value) return StaleInstrumentDraft;
  return 'deletedId' in value ? InstrumentDraftDeleted : InstrumentDraftModel;
};

export const CreateInstrumentDraftResult = createUnionType({
  name: 'CreateInstrumentDraftResult',
  types: () => [InstrumentDraftModel, InstrumentRefused] as const,
  resolveType: draftType,
});
export const SaveInstrumentDraftResult = createUnionType({
  name: 'SaveInstrumentDraftResult',
  types: () => [InstrumentDraftModel, StaleInstrumentDraft, InstrumentRefused] as const,
  resolveType: draftType,
});
export const DeleteInstrumentDraftResult = createUnionType({
  name: 'DeleteInstrumentDraftResult',
  types: () => [InstrumentDraftDeleted, StaleInstrumentDraft, InstrumentRefused] as const,
  resolveType: draftType,
});
export const PublishInstrumentResult = createUnionType({
  name: 'PublishInstrumentResult',
  types: () => [InstrumentVersionModel, StaleInstrumentDraft, InstrumentRefused] as const,
  resolveType: (value: InstrumentVersionModel | StaleInstrumentDraft | InstrumentRefused) => {
    if ('problems' in value) return InstrumentRefused;
    return 'stored' in value ? StaleInstrumentDraft : InstrumentVersionModel;
  },
});

import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('InstrumentOption')
export class InstrumentOptionModel {
  @Field() code: string;
  @Field() label: string;
  @Field({ description: 'substantive, dont_know, not_applicable or refused.' }) kind: string;
}

@ObjectType('InstrumentQuestion')
export class InstrumentQuestionModel {
  @Field(() => ID) variable: string;
  @Field() type: string;
  @Field() text: string;
  @Field({ description: "'' = none." }) help: string;
  @Field({ description: 'Condition in words.' }) askedWhen: string;
  @Field({ description: 'hard, soft or no.' }) required: string;
  @Field(() => [InstrumentOptionModel]) options: InstrumentOptionModel[];
  @Field() privacy: string;
  @Field() publication: string;
  @Field() source: string;
}

@ObjectType('ComparabilityNote', {
  description: 'Whether figures from two versions of a question may be compared.',
})
export class ComparabilityNoteModel {
  @Field(() => ID) variable: string;
  @Field() fromVersion: string;
  @Field() toVersion: string;
  @Field() verdict: string;
  @Field() note: string;
}

@ObjectType('InstrumentVersion', {
  description: 'A published questionnaire; never edited, a change is a new version.',
})
export class InstrumentVersionModel {
  @Field(() => ID) key: string;
  @Field() version: string;
  @Field() title: string;
  @Field({ description: 'published, retired, or piloted: for pilot rounds only.' }) status: string;
  @Field({ description: 'The questionnaire as canonical JSON, as it was frozen.' }) content: string;
  @Field({ description: 'SHA-256 of the canonical JSON of the questionnaire.' }) contentHash: string;
  @Field() changeNote: string;
  @Field(() => [InstrumentQuestionModel]) questions: InstrumentQuestionModel[];
  @Field(() => [ComparabilityNoteModel]) comparability: ComparabilityNoteModel[];
}

import type { Application } from '@liaison-atlas/shared/coding/unit-coding';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { CodebookModel } from './codebook.model.js';
import { TASK_KINDS, type TaskKind } from './coding-task.entity.js';

/** `TASK_KINDS` for GraphQL. */
export const TaskKindEnum = enumOf(TASK_KINDS);
registerEnumType(TaskKindEnum, {
  name: 'CodingTaskKind',
  description: 'What a task asks: to code comments, or to decide where the coders differ.',
});

@ObjectType('CodeApplication', { description: 'A code on a comment or on a part of it.' })
export class CodeApplicationModel implements Application {
  @Field(() => ID) codeId: string;
  @Field(() => Int, { description: 'First character; 0 with end 0 = the whole comment.' }) start: number;
  @Field(() => Int, { description: 'After the last character.' }) end: number;
}

@InputType()
export class CodeApplicationInput implements Application {
  @Field(() => ID) codeId: string;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
}

@ObjectType('CodingTask', { description: 'One person at the comments of a round with one codebook.' })
export class CodingTaskModel {
  @Field(() => ID) id: string;
  @Field(() => ID) roundId: string;
  @Field(() => ID) codebookId: string;
  @Field() codebookTitle: string;
  @Field({ description: "'' = an account that has been erased." }) coderName: string;
  @Field(() => TaskKindEnum) kind: TaskKind;
  @Field(() => Int) part: number;
  @Field(() => Int) parts: number;
  @Field(() => Int, { description: 'Comments of the task as they count now.' }) total: number;
  @Field(() => Int) final: number;
  @Field(() => Int, { description: 'Saved and not final.' }) open: number;
  @Field({ description: "'' = not finished." }) finishedAt: string;
  @Field({ description: 'Whether codes are suggested to the person from what was coded before.' })
  suggestions: boolean;
  @Field({ description: "'' = the person is on it." }) removedAt: string;
}

@ObjectType({ description: 'Somebody who may be given a task of coding.' })
export class PossibleCoderModel {
  @Field(() => ID) personId: string;
  @Field() name: string;
}

@InputType()
export class AssignCoderInput {
  @Field(() => ID) roundId: string;
  @Field(() => ID) codebookId: string;
  @Field(() => ID) personId: string;
  @Field(() => TaskKindEnum) kind: TaskKind;
  @Field(() => Int, { description: 'Which of `parts` equal shares, from 1.' }) part: number;
  @Field(() => Int) parts: number;
}

@ObjectType({ description: 'A comment on a coder’s desk, with what this coder said and nobody else.' })
export class DeskCommentModel {
  @Field(() => Int, { description: 'Place among the comments of the task, from 1.' }) number: number;
  @Field(() => ID) unitId: string;
  @Field({ description: 'The question that it answers.' }) question: string;
  @Field() text: string;
  @Field({ description: 'To be sent back: a corrected text is another one.' }) textHash: string;
  @Field(() => [CodeApplicationModel]) codes: CodeApplicationModel[];
  @Field(() => [ID], { description: 'Codes that were suggested and have been answered.' })
  suggested: string[];
  @Field() memo: string;
  @Field({ description: 'new, open, final or left.' }) state: string;
  @Field(() => Int, { description: '0 = nothing is stored yet.' }) revision: number;
}

@ObjectType({ description: 'A coder’s own work.' })
export class CodingDeskModel {
  @Field(() => ID) taskId: string;
  @Field(() => ID) roundId: string;
  @Field({ description: 'live, synthetic or published_facts.' }) roundKind: string;
  @Field(() => CodebookModel) codebook: CodebookModel;
  @Field(() => Int, { description: 'Comments of the task.' }) total: number;
  @Field(() => Int) final: number;
  @Field(() => Int, { description: 'Comments that nothing is stored for.' }) fresh: number;
  @Field(() => Int, {
    description: 'Place of the first comment that is not final, from 0; the total when all are.',
  })
  firstOpen: number;
  @Field({ description: 'Whether codes are suggested (`codingSuggestions`).' }) suggestions: boolean;
  @Field({ description: "'' = not finished." }) finishedAt: string;
  @Field(() => [DeskCommentModel], { description: 'The comments asked for, in the order of the task.' })
  comments: DeskCommentModel[];
}

@InputType()
export class SaveCodingInput {
  @Field(() => ID) taskId: string;
  @Field(() => ID) unitId: string;
  @Field() textHash: string;
  @Field(() => Int) expectedRevision: number;
  @Field(() => [CodeApplicationInput], { description: 'All codes on the comment; none = no code applies.' })
  codes: CodeApplicationInput[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Codes that were suggested and answered; those of them in `codes` were taken. null = none.',
  })
  suggested: string[] | null;
  @Field() memo: string;
  @Field({ description: 'Done with this comment; only the lead can open it again.' }) final: boolean;
}

@ObjectType({ description: 'What was stored of a comment.' })
export class CodingSavedModel {
  @Field(() => ID) unitId: string;
  @Field(() => Int) revision: number;
  @Field() state: string;
  @Field() savedAt: string;
}

@ObjectType({ description: 'One coder’s codes on a comment, without who it was.' })
export class ComparedCodingModel {
  @Field({ description: 'Coder 1, Coder 2 …, in the order of the tasks.' }) by: string;
  @Field(() => [CodeApplicationModel]) codes: CodeApplicationModel[];
  @Field() memo: string;
}

@ObjectType({ description: 'A comment that all its coders have finished, with their codes side by side.' })
export class ComparedCommentModel {
  @Field(() => ID) unitId: string;
  @Field() question: string;
  @Field() text: string;
  @Field({ description: 'agreed, disagreed or adjudicated.' }) state: string;
  @Field(() => [ComparedCodingModel]) codings: ComparedCodingModel[];
  @Field(() => [CodeApplicationModel], { description: 'What was decided; empty also while nothing is.' })
  decided: CodeApplicationModel[];
  @Field() memo: string;
  @Field(() => Int, { description: '0 = nobody has decided.' }) revision: number;
}

@ObjectType()
export class ComparisonModel {
  @Field(() => CodebookModel) codebook: CodebookModel;
  @Field(() => Int, { description: 'Comments that can be compared.' }) total: number;
  @Field(() => Int, { description: 'Those of them that were asked for; a page shows a part of these.' })
  matching: number;
  @Field(() => Int, { description: 'Of these, on which coders differ and nobody has decided.' })
  undecided: number;
  @Field(() => [ComparedCommentModel]) comments: ComparedCommentModel[];
}

@InputType()
export class DecideCodingInput {
  @Field(() => ID) roundId: string;
  @Field(() => ID) codebookId: string;
  @Field(() => ID) unitId: string;
  @Field(() => Int) expectedRevision: number;
  @Field(() => [CodeApplicationInput]) codes: CodeApplicationInput[];
  @Field() memo: string;
}

const UNDEFINED = { nullable: true, description: 'null = not defined by these counts.' } as const;

@ObjectType({ description: 'Agreement of two coders on a code over some comments.' })
export class AgreementFiguresModel {
  @Field(() => Int) n: number;
  @Field(() => Int) both: number;
  @Field(() => Int) onlyFirst: number;
  @Field(() => Int) onlySecond: number;
  @Field(() => Int) neither: number;
  @Field(() => Float, UNDEFINED) observed: number | null;
  @Field(() => Float, UNDEFINED) kappa: number | null;
  @Field(() => Float, UNDEFINED) low: number | null;
  @Field(() => Float, UNDEFINED) high: number | null;
  @Field(() => Float, UNDEFINED) pabak: number | null;
  @Field(() => Float, UNDEFINED) ac1: number | null;
  @Field(() => Float, UNDEFINED) prevalence: number | null;
}

@ObjectType({ description: 'Agreement on a code apart from the comments that it was suggested for.' })
export class UnaidedAgreementModel extends AgreementFiguresModel {
  @Field(() => Int, { description: 'Comments for which it was suggested to either coder.' })
  suggested: number;
  @Field(() => Int, { description: 'Comments of these on which a coder who was shown it gave it.' })
  accepted: number;
}

@ObjectType({ description: 'Agreement of two coders on one code (docs/coding.md).' })
export class CodeAgreementModel extends AgreementFiguresModel {
  @Field(() => ID) codeId: string;
  @Field() key: string;
  @Field() name: string;
  @Field(() => UnaidedAgreementModel, {
    nullable: true,
    description: 'Without the comments that it was suggested for; null = it was suggested for none.',
  })
  unaided: UnaidedAgreementModel | null;
}

@ObjectType()
export class PairAgreementModel {
  @Field() first: string;
  @Field() second: string;
  @Field(() => Int, { description: 'Comments that both finished.' }) comments: number;
  @Field(() => [CodeAgreementModel]) codes: CodeAgreementModel[];
}

@ObjectType()
export class CodeAlphaModel {
  @Field() key: string;
  @Field(() => Float, UNDEFINED) alpha: number | null;
  @Field({ description: 'Whether it was suggested for any comment.' }) wasSuggested: boolean;
  @Field(() => Float, { nullable: true, description: 'Without the comments that it was suggested for.' })
  unaided: number | null;
}

@ObjectType({ description: 'How far the coding of a round is, and how well its coders agree.' })
export class CodingAgreementModel {
  @Field(() => Int, { description: 'Version of the codebook that everything is read under.' })
  version: number;
  @Field(() => Int, { description: 'Comments that wait for a person because they look identifying.' })
  heldBack: number;
  @Field(() => Int) adjudicated: number;
  @Field(() => Int) agreed: number;
  @Field(() => Int) disagreed: number;
  @Field(() => Int, { description: 'Finished by fewer than two coders.' }) waiting: number;
  @Field(() => [PairAgreementModel]) pairs: PairAgreementModel[];
  @Field(() => [CodeAlphaModel], { description: 'Krippendorff’s alpha over all coders.' })
  alphas: CodeAlphaModel[];
}

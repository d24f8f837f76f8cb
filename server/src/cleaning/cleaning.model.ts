import { EXCLUSION_REASONS } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import { CLEANING_MODES, SECOND_READERS } from '@liaison-atlas/shared/cleaning/cleaning-settings';
import { COMMENT_STATES } from '@liaison-atlas/shared/cleaning/comment-standing';
import { DECISION_KINDS, type DecisionKind } from '@liaison-atlas/shared/cleaning/decision';
import { TASK_KINDS, type TaskKind } from '@liaison-atlas/shared/cleaning/queue';
import { DECISION_STATES, type DecisionState } from '@liaison-atlas/shared/cleaning/settle-decisions';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';

export const TaskKindEnum = enumOf(TASK_KINDS);
registerEnumType(TaskKindEnum, { name: 'TaskKind', description: 'What waits for a person.' });
export const DecisionKindEnum = enumOf(DECISION_KINDS);
registerEnumType(DecisionKindEnum, { name: 'DecisionKind', description: 'What a person decides.' });
export const DecisionStateEnum = enumOf(DECISION_STATES);
registerEnumType(DecisionStateEnum, { name: 'DecisionState', description: 'What became of a decision.' });
export const CleaningModeEnum = enumOf(CLEANING_MODES);
registerEnumType(CleaningModeEnum, {
  name: 'CleaningMode',
  description: 'automatic = rules decide what they can; review = a person decides about every form.',
});
export const SecondReaderEnum = enumOf(SECOND_READERS);
registerEnumType(SecondReaderEnum, {
  name: 'SecondReader',
  description: 'Which decisions another person reads.',
});
export const ExclusionReasonEnum = enumOf(EXCLUSION_REASONS);
registerEnumType(ExclusionReasonEnum, { name: 'ExclusionReason', description: 'Why a form is left out.' });
export const CommentStateEnum = enumOf(COMMENT_STATES);
registerEnumType(CommentStateEnum, { name: 'CommentState', description: 'Whether a comment may be shown.' });

@ObjectType('FormsLedger', {
  description: 'Where the forms are; received = accepted + merged + excluded + withdrawn + pending.',
})
export class FormsLedgerModel {
  @Field(() => Int) received: number;
  @Field(() => Int) accepted: number;
  @Field(() => Int) merged: number;
  @Field(() => Int) excluded: number;
  @Field(() => Int) withdrawn: number;
  @Field(() => Int) pending: number;
  @Field(() => Int, { description: 'Never sent; outside received.' }) partial: number;
  @Field(() => Int, { description: 'Hospitals with at least one form that counts.' }) analysed: number;
}

@ObjectType('ExclusionCount')
export class ExclusionCountModel {
  @Field(() => ExclusionReasonEnum) reason: string;
  @Field(() => Int) count: number;
}

@ObjectType('TaskCount')
export class TaskCountModel {
  @Field(() => TaskKindEnum) kind: TaskKind;
  @Field(() => Int) count: number;
}

@ObjectType('CleaningCheck', { description: 'A plausibility check and how this round uses it.' })
export class CleaningCheckModel {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field() meaning: string;
  @Field({ description: "What the threshold counts; '' = there is none." }) unit: string;
  @Field() on: boolean;
  @Field(() => Float) threshold: number;
}

@ObjectType('Cleaning', { description: 'How far the cleaning of a round is. For those who clean it.' })
export class CleaningModel {
  @Field(() => ID) roundId: string;
  @Field() title: string;
  @Field({ description: 'live, synthetic or published_facts.' }) roundKind: string;
  @Field(() => CleaningModeEnum) mode: string;
  @Field(() => SecondReaderEnum) secondReader: string;
  @Field(() => [CleaningCheckModel]) checks: CleaningCheckModel[];
  @Field(() => FormsLedgerModel) forms: FormsLedgerModel;
  @Field(() => [ExclusionCountModel]) excludedByReason: ExclusionCountModel[];
  @Field(() => [TaskCountModel], { description: 'Kinds of which there is something, in their order.' })
  tasks: TaskCountModel[];
  @Field(() => Int, { description: 'How many decisions there are, those taken back included.' })
  decisions: number;
  @Field(() => Int, { description: 'Number of the freeze that holds; 0 = decisions can be made.' })
  frozenAs: number;
}

@ObjectType('CleaningTask', { description: 'One thing that waits for a person.' })
export class CleaningTaskModel {
  @Field(() => ID) id: string;
  @Field(() => TaskKindEnum) kind: TaskKind;
  @Field(() => [ID]) responseIds: readonly string[];
  @Field(() => [String], { description: 'The mark of each form, for decisions about several tasks at once.' })
  marks: readonly string[];
  @Field({ description: "'' where the hospital is not known." }) odsCode: string;
  @Field() hospital: string;
  @Field({ description: "'' where it is not about a perspective." }) perspective: string;
  @Field({ description: "Question or check; '' = a whole form." }) variable: string;
  @Field({ description: 'The question or check in words.' }) about: string;
  @Field({
    description:
      "The decision that waits, the question that the site answered, or the objection; '' otherwise.",
  })
  aboutId: string;
  @Field({ description: "What the site answered; '' where it was not asked or has not." }) answer: string;
  @Field({ description: "What the hospital says is wrong; '' where it is no objection." }) objection: string;
  @Field() since: string;
  @Field({ description: 'The site has been asked and has not answered.' }) asked: boolean;
}

@ObjectType('CleaningQueue')
export class CleaningQueueModel {
  @Field(() => Int) total: number;
  @Field(() => [CleaningTaskModel]) tasks: CleaningTaskModel[];
}

@ObjectType('CleaningAnswer', { description: 'An answer in the words of the questionnaire.' })
export class CleaningAnswerModel {
  @Field(() => ID) variable: string;
  @Field() question: string;
  @Field() text: string;
}

@ObjectType('IdentifyingPart', { description: 'Characters of a comment that look identifying.' })
export class IdentifyingPartModel {
  @Field() sign: string;
  @Field(() => Int) from: number;
  @Field(() => Int) to: number;
}

@ObjectType('CleaningComment', { description: 'A comment before anybody else sees it.' })
export class CleaningCommentModel {
  @Field(() => ID) variable: string;
  @Field() question: string;
  @Field(() => CommentStateEnum) state: string;
  @Field({ description: 'As it was sent.' }) original: string;
  @Field(() => String, { nullable: true, description: 'What may be shown; null while it waits.' }) shown:
    string | null;
  @Field(() => [IdentifyingPartModel]) parts: readonly IdentifyingPartModel[];
}

@ObjectType('ProposedMatch', { description: 'A hospital of the frame that a typed name may mean.' })
export class ProposedMatchModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => Float) similarity: number;
}

@ObjectType('CleaningDecision', { description: 'A decision and what became of it.' })
export class CleaningDecisionModel {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field(() => DecisionKindEnum) kind: DecisionKind;
  @Field(() => DecisionStateEnum) state: DecisionState;
  @Field({ description: "The form; '' for a disagreement, a confirmation, a reversal." }) responseId: string;
  @Field() odsCode: string;
  @Field() hospital: string;
  @Field() perspective: string;
  @Field() variable: string;
  @Field({ description: "Rule of the survey that it follows, R0 to R8; '' = none." }) rule: string;
  @Field() reason: string;
  @Field() note: string;
  @Field() value: string;
  @Field({ description: 'Who decided.' }) by: string;
  @Field() at: string;
  @Field({ description: 'The round asked for a second reader.' }) needsSecond: boolean;
  @Field({ description: "Who confirmed it; '' = nobody." }) secondReader: string;
  @Field({ description: "The decision that is confirmed or taken back; '' otherwise." }) targetId: string;
  @Field({ description: 'Whether it can be taken back now.' }) canBeTakenBack: boolean;
}

@ObjectType('CleaningDecisions')
export class CleaningDecisionsModel {
  @Field(() => Int) total: number;
  @Field(() => [CleaningDecisionModel]) decisions: CleaningDecisionModel[];
}

@ObjectType('CleaningForm', { description: 'A form as somebody who cleans it sees it.' })
export class CleaningFormModel {
  @Field(() => ID) id: string;
  @Field({ description: 'The number on the respondent’s receipt.' }) reference: string;
  @Field(() => Int) revision: number;
  @Field({ description: 'Stands for what is shown here; goes with a decision.' }) mark: string;
  @Field({ description: "'' while it is not matched." }) odsCode: string;
  @Field() hospital: string;
  @Field({ description: "Name that was typed for a hospital that is not listed; '' otherwise." })
  siteTextRaw: string;
  @Field() perspective: string;
  @Field() submittedAt: string;
  @Field({ description: 'accepted, merged, excluded, withdrawn, pending or partial.' }) outcome: string;
  @Field() rule: string;
  @Field() reason: string;
  @Field({ description: 'Why it stands so.' }) note: string;
  @Field({ description: 'It leads its set, or would by the rules.' }) leads: boolean;
  @Field(() => [CleaningAnswerModel]) answers: CleaningAnswerModel[];
  @Field(() => [CleaningCommentModel]) comments: CleaningCommentModel[];
  @Field(() => [ProposedMatchModel]) proposals: readonly ProposedMatchModel[];
  @Field(() => [CleaningDecisionModel]) decisions: CleaningDecisionModel[];
}

@ObjectType({ description: 'How far a large round is worked out, the first time after a start.' })
export class CleaningProgressModel {
  @Field({ description: 'reading or working_out.' }) phase: string;
  @Field(() => Int) done: number;
  @Field(() => Int, { description: '0 = not known yet.' }) total: number;
}

import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { ProblemModel } from '../../graphql/problem.model.js';
import { RoundKindEnum } from '../round.model.js';

@ObjectType('NotAFigure', { description: 'Words that look like a figure and are none.' })
export class NotAFigureModel {
  @Field() text: string;
  @Field() reason: string;
}

@ObjectType('ReportBlock', {
  description: 'One block of a report; its numbers are references such as {{iapt-in-reach.yes | of}}.',
})
export class ReportBlockModel {
  @Field(() => ID) id: string;
  @Field({ description: 'heading, text, list, chart, part or quotations.' }) kind: string;
  @Field(() => Int, { description: '2 or 3 for a heading, 0 for anything else.' }) level: number;
  @Field({ description: "'' in a text or list = still to be written." }) text: string;
  @Field({ description: "Indicator of a chart, name of a part; '' for anything else." }) subject: string;
  @Field(() => [NotAFigureModel]) notFigures: readonly NotAFigureModel[];
  @Field(() => [ID], { description: 'Quotations chosen; only in quotations and in the part profiles.' })
  quotations: readonly string[];
}

@ObjectType('ReportQuotation', {
  description: 'Words of a comment that may be quoted in the report: cleared by a person, with consent.',
})
export class ReportQuotationModel {
  @Field(() => ID) id: string;
  @Field() words: string;
  @Field({ description: "'' = it may stand only without a name." }) odsCode: string;
  @Field({ description: "Name of the hospital; '' = it may stand only without a name." }) hospital: string;
  @Field(() => [String], { description: 'Themes of its comment that are settled.' })
  themes: readonly string[];
  @Field({ description: 'When somebody said that nothing identifying remains.' }) clearedAt: string;
  @Field({ description: 'Who said so.' }) clearedBy: string;
}

@ObjectType('CherriesItem', { description: 'One item of the CHERRIES checklist.' })
export class CherriesItemModel {
  @Field(() => ID) id: string;
  @Field() heading: string;
  @Field({ description: "What the system knows; '' = nothing." }) answer: string;
  @Field({ description: "What the team wrote; '' = nothing." }) written: string;
  @Field(() => [NotAFigureModel]) notFigures: readonly NotAFigureModel[];
}

@ObjectType('ReportFigure', { description: 'A number that a report can refer to.' })
export class ReportFigureModel {
  @Field(() => ID) id: string;
  @Field() group: string;
  @Field() words: string;
  @Field(() => String, { description: 'count or share.' }) format: 'count' | 'share';
  @Field(() => Float, { nullable: true, description: 'null = not published, or nobody answered.' })
  value: number | null;
  @Field(() => Float, { nullable: true, description: 'null = it stands for itself.' })
  denominator: number | null;
  @Field(() => String, { nullable: true, description: 'Stands for a value that is not there.' })
  instead?: string | null;
  @Field(() => [Float], { description: '95 % interval, low and high; empty = none.' })
  interval: readonly number[];
  @Field(() => [Float], { description: 'Coverage bounds, lower and upper; empty = none.' })
  bounds: readonly number[];
  @Field() source: string;
}

@ObjectType('ReportFlag', { description: 'Something in a report that a person has to look at.' })
export class ReportFlagModel {
  @Field({ description: 'BARE_NUMBER, UNKNOWN_CHART, NOT_WRITTEN, CHERRIES_BLANK or QUOTATION_HELD.' })
  code: string;
  @Field({ description: 'Id of the block, title, or cherries.<item>.' }) field: string;
  @Field({ description: "The number as it stands in the text; '' for other flags." }) text: string;
  @Field() message: string;
  @Field() mend: string;
}

@ObjectType('ReportVersion', { description: 'One saving of a report.' })
export class ReportVersionModel {
  @Field(() => Int) version: number;
  @Field() at: string;
  @Field() note: string;
}

@ObjectType('Report', { description: 'The report of a round while it is written; for its team.' })
export class ReportModel {
  @Field(() => ID) roundId: string;
  @Field() roundTitle: string;
  @Field(() => RoundKindEnum) roundKind: RoundKind;
  @Field(() => Int, { description: '0 = the standard report, which nobody has edited.' }) version: number;
  @Field() title: string;
  @Field({ description: 'Whether its figures are those of a release; else of the state now.' })
  released: boolean;
  @Field(() => [ReportBlockModel]) blocks: readonly ReportBlockModel[];
  @Field(() => [CherriesItemModel]) cherries: readonly CherriesItemModel[];
  @Field(() => [ReportFigureModel], { description: 'Every number that it can refer to.' })
  figures: readonly ReportFigureModel[];
  @Field(() => [ReportFlagModel], { description: 'What is to be looked at, as stored.' })
  flags: readonly ReportFlagModel[];
  @Field(() => [ReportQuotationModel], { description: 'Quotations that can be chosen.' })
  quotations: readonly ReportQuotationModel[];
  @Field(() => [ID], { description: 'Indicators that a chart can show.' }) indicators: readonly string[];
}

@ObjectType({ description: 'Nothing was stored; these can be put right. `field` is the id of a block.' })
export class ReportRefused {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
}

@ObjectType({
  description: 'Nothing was stored: somebody saved in between, and both wrote in these places.',
})
export class ReportConflict {
  @Field(() => [String], { description: 'Ids of blocks, title, cherries.<item>, or order of blocks.' })
  conflicts: readonly string[];
  @Field(() => ReportModel) stored: ReportModel;
}

@InputType()
export class NotAFigureInput {
  @Field() text: string;
  @Field({ description: 'Never empty.' }) reason: string;
}

@InputType()
export class ReportBlockInput {
  @Field(() => ID) id: string;
  @Field() kind: string;
  @Field(() => Int) level: number;
  @Field() text: string;
  @Field() subject: string;
  @Field(() => [NotAFigureInput]) notFigures: NotAFigureInput[];
  @Field(() => [ID], { defaultValue: [], description: 'Only in quotations and in the part profiles.' })
  quotations: string[];
}

@InputType()
export class CherriesAnswerInput {
  @Field(() => ID) item: string;
  @Field({ description: "'' = no answer." }) text: string;
  @Field(() => [NotAFigureInput]) notFigures: NotAFigureInput[];
}

@InputType()
export class SaveReportInput {
  @Field(() => ID) roundId: string;
  @Field(() => Int, { description: 'Version that the editor began with.' }) expectedVersion: number;
  @Field() title: string;
  @Field(() => [ReportBlockInput]) blocks: ReportBlockInput[];
  @Field(() => [CherriesAnswerInput]) cherries: CherriesAnswerInput[];
  @Field({ description: "Why, for the history; '' = nothing." }) note: string;
}

@InputType()
export class RestoreReportInput {
  @Field(() => ID) roundId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int, { description: '0 = the standard report.' }) version: number;
}

export const SaveReportResult = createUnionType({
  name: 'SaveReportResult',
  types: () => [ReportModel, ReportRefused, ReportConflict] as const,
  resolveType: (value: ReportModel | ReportRefused | ReportConflict) => {
    if ('problems' in value) return ReportRefused;
    return 'conflicts' in value ? ReportConflict : ReportModel;
  },
});

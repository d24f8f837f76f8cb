import type { BookCode } from '@liaison-atlas/shared/coding/codebook-content';
import type { QdcImportLine } from '@liaison-atlas/shared/coding/qdc';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('BookCode', { description: 'One code of a codebook.' })
export class BookCodeModel implements Omit<BookCode, 'splitFrom'> {
  @Field(() => ID, { description: 'Stays the same through all versions.' }) id: string;
  @Field({ description: 'Short word for keyboard and tables, such as T1.' }) key: string;
  @Field({ description: "Id of the code above it; '' = at the top." }) parentId: string;
  @Field() name: string;
  @Field() definition: string;
  @Field({ description: 'What belongs here although one might doubt it.' }) include: string;
  @Field({ description: 'What belongs elsewhere, and where.' }) exclude: string;
  @Field() example: string;
  @Field({ description: "#rrggbb; '' = none." }) colour: string;
  @Field({ description: 'False for a heading that is not applied itself.' }) applicable: boolean;
  @Field({ description: "Id of the code that it was merged into; '' = it is in use." }) mergedInto: string;
  @Field({ description: "Id of the code that it was split off; '' = of none." }) splitFromId: string;
}

@ObjectType('CodebookVersion', { description: 'One change of a codebook.' })
export class CodebookVersionModel {
  @Field(() => Int) version: number;
  @Field({ description: 'created, imported, edited, merged, split or restored.' }) change: string;
  @Field() note: string;
  @Field() at: string;
  @Field(() => Int) codeCount: number;
}

@ObjectType('Codebook', {
  description: 'A codebook as its newest version says; for coders and survey leads.',
})
export class CodebookModel {
  @Field(() => ID) id: string;
  @Field() title: string;
  @Field({ description: "Round that it was made for; '' = shared by all." }) roundId: string;
  @Field(() => Int) version: number;
  @Field(() => [BookCodeModel], { description: 'Codes in use, each below the one that it belongs to.' })
  codes: BookCodeModel[];
}

@ObjectType('CodebookImportLine', { description: 'What an import did with one line of the file.' })
export class CodebookImportLineModel implements QdcImportLine {
  @Field(() => Int, { description: '0 = not known.' }) line: number;
  @Field() name: string;
  @Field(() => String, { description: 'taken, changed or left_out.' }) outcome: QdcImportLine['outcome'];
  @Field() note: string;
}

@ObjectType('CodebookCreated')
export class CodebookCreatedModel {
  @Field(() => CodebookModel) codebook: CodebookModel;
  @Field(() => [CodebookImportLineModel], { description: 'Line by line; empty unless it came from a file.' })
  report: CodebookImportLineModel[];
}

@InputType()
export class CreateCodebookInput {
  @Field() title: string;
  @Field(() => ID, { description: "'' = shared by all rounds." }) roundId: string;
  @Field(() => String, { description: 'starter, empty, or qdc with the text of a file.' })
  begin: 'starter' | 'empty' | 'qdc';
  @Field({ description: "Text of a REFI-QDA codebook file; '' unless begin is qdc." }) qdc: string;
}

@InputType()
export class BookCodeInput {
  @Field(() => ID, { description: 'Of a new code a word of your own, which codes under it name.' })
  id: string;
  @Field() key: string;
  @Field(() => ID) parentId: string;
  @Field() name: string;
  @Field() definition: string;
  @Field() include: string;
  @Field() exclude: string;
  @Field() example: string;
  @Field() colour: string;
  @Field() applicable: boolean;
}

@InputType()
export class SaveCodebookInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => [BookCodeInput], { description: 'All codes in use, in order.' }) codes: BookCodeInput[];
  @Field() note: string;
}

@InputType()
export class MergeCodesInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ID) fromId: string;
  @Field(() => ID) intoId: string;
}

@InputType()
export class SplitCodeInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ID) codeId: string;
  @Field() key: string;
  @Field() name: string;
  @Field() definition: string;
  @Field(() => [ID], { description: 'Comments whose application of the old code moves to the new one.' })
  units: string[];
}

@InputType()
export class RestoreCodebookInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int, { description: 'Version to bring back.' }) version: number;
}

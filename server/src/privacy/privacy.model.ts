import { RECORD_KINDS, type RecordKind } from '@liaison-atlas/shared/privacy/record-kinds';
import { RETENTION_KEYS, type RetentionKey } from '@liaison-atlas/shared/privacy/retention';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { ProblemModel } from '../graphql/problem.model.js';

export const RecordKindEnum = enumOf(RECORD_KINDS);
registerEnumType(RecordKindEnum, {
  name: 'RecordKind',
  description: 'A kind of record in which a person can be found.',
});

export const RetentionKeyEnum = enumOf(RETENTION_KEYS);
registerEnumType(RetentionKeyEnum, {
  name: 'RetentionKey',
  description: 'A kind of personal data that is erased by time.',
});

@ObjectType({ description: 'How many records of a kind there are about a person.' })
export class PersonalRecords {
  @Field(() => RecordKindEnum) kind: RecordKind;
  @Field(() => Int) count: number;
  @Field(() => String, { nullable: true, description: 'The earliest; null = no date is known.' })
  first: string | null;
  @Field(() => String, { nullable: true }) last: string | null;
  @Field({ description: 'For how long it is kept, in words.' }) kept: string;
}

@ObjectType({
  description: 'Where a person stands, and whether they can be erased; for administrators only.',
})
export class PersonalData {
  @Field({ description: 'The address in the form in which it is stored.' }) email: string;
  @Field(() => [PersonalRecords], { description: 'Empty = nothing is kept about the address.' })
  records: PersonalRecords[];
  @Field(() => ProblemModel, { nullable: true, description: 'Why they cannot be erased; null = they can.' })
  obstacle: ProblemModel | null;
}

@ObjectType({ description: 'Everything that is kept about a person, in three forms.' })
export class PersonalFiles {
  @Field({ description: 'For programs.' }) json: string;
  @Field({ description: 'To read.' }) html: string;
  @Field({ description: 'A row for each value.' }) csv: string;
}

@ObjectType({ description: 'What was put right about a person.' })
export class RectifiedPerson {
  @Field({ description: 'Whether the new address waits until its owner has confirmed it.' }) waits: boolean;
  @Field({ description: "Demo mode without a mail server: path of the link; '' otherwise." })
  demoPath: string;
}

@ObjectType({ description: 'What went when a person was erased.' })
export class ErasedPerson {
  @Field(() => Int, { description: 'Mails that were emptied or in which the address was masked.' })
  mails: number;
  @Field(() => Int, { description: 'Other texts from which the address was taken out.' }) texts: number;
}

@ObjectType({ description: 'For how long a kind of personal data is kept here.' })
export class KeptFor {
  @Field(() => RetentionKeyEnum) key: RetentionKey;
  @Field({ description: 'The whole sentence, as the privacy notice has it.' }) words: string;
}

@ObjectType({ description: 'What the privacy notice says of this installation.' })
export class PrivacyNotice {
  @Field(() => [KeptFor]) periods: KeptFor[];
  @Field({ description: 'How long backups are kept, in words.' }) backups: string;
  @Field({ description: "Where requests go; '' = nobody has set it." }) askAt: string;
}

@ObjectType({ description: 'How a period is set, and what is due; for administrators only.' })
export class RetentionPeriodModel {
  @Field(() => RetentionKeyEnum) key: RetentionKey;
  @Field() what: string;
  @Field() since: string;
  @Field(() => Int) length: number;
  @Field({ description: 'days or months.' }) unit: string;
  @Field(() => Int, { description: 'What holds where nothing is set.' }) standard: number;
  @Field({ description: 'Environment variable that sets it.' }) setting: string;
  @Field(() => Int, { description: 'Records that are due to be erased now.' }) due: number;
  @Field(() => String, { nullable: true, description: 'null = not done since the start of this instance.' })
  nextRun: string | null;
}

@InputType()
export class RectifyPersonInput {
  @Field({ description: 'The address under which the person is known now.' }) email: string;
  @Field({ defaultValue: '', description: "'' = stays." }) name: string;
  @Field({ defaultValue: '', description: "'' = stays." }) newEmail: string;
}

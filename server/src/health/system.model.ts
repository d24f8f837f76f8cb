import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import { MailCount } from '../access/mail/outbox.model.js';

@ObjectType({ description: 'Something that the product does by itself once a day.' })
export class DailyTaskModel {
  @Field() what: string;
  @Field(() => String, { nullable: true, description: 'By the instance that answers; null = not yet.' })
  lastRun: string | null;
}

@ObjectType({ description: 'What came of the last check of the audit trail.' })
export class AuditCheckModel {
  @Field() at: string;
  @Field(() => Int, { description: 'Events that there were.' }) events: number;
  @Field(() => Int, { description: 'Places where the chain is broken; 0 = it was whole.' }) breaks: number;
}

@ObjectType({ description: 'The latest backup that was made or tried.' })
export class LastBackupModel {
  @Field({ description: 'running, done or failed.' }) state: string;
  @Field() at: string;
  @Field({ description: "Name of its folder; '' = there is none." }) name: string;
  @Field(() => Float, { description: 'Bytes.' }) bytes: number;
  @Field({ description: "What is wrong with it; '' = nothing." }) reason: string;
}

@ObjectType({ description: 'The newest release of a round.' })
export class ReleaseMomentModel {
  @Field(() => ID) roundId: string;
  @Field() publishedAt: string;
}

@ObjectType({ description: 'The read replica that this instance reads from.' })
export class ReplicaModel {
  @Field({ description: 'reading, behind or gone.' }) state: string;
  @Field(() => Float, {
    nullable: true,
    description: "Bytes of the primary's log that it has not applied yet; null = it cannot be asked.",
  })
  behindBytes: number | null;
}

@ObjectType({ description: 'The S3-compatible store in which the files of releases lie.' })
export class ReleaseStoreModel {
  @Field({ description: 'Endpoint, bucket and folder.' }) place: string;
  @Field({ description: 'answering or away, when this instance asked it last.' }) state: string;
  @Field(() => Int, { description: 'Files that lie there.' }) stored: number;
  @Field(() => Float, { description: 'Bytes of them.' }) bytes: number;
  @Field(() => Int, { description: 'Releases none of whose files lie there yet.' }) waiting: number;
  @Field(() => Int, {
    description: 'Files that are not given out: what lies there is not what was put there, or nothing does.',
  })
  refused: number;
}

@ObjectType('System', {
  description:
    'How the instance that answers, and its database, are; for administrators. Nothing in it is personal.',
})
export class SystemModel {
  @Field({ description: 'When it was looked at.' }) readAt: string;
  @Field({ description: 'Version of the product.' }) version: string;
  @Field({ description: 'demo or production.' }) mode: string;
  @Field({ description: 'Of Node.js.' }) runtime: string;
  @Field({ description: 'When this instance started.' }) startedAt: string;
  @Field(() => Float, { description: 'Bytes of memory that this instance holds.' }) memory: number;
  @Field({ description: 'SQLite or PostgreSQL, with its version.' }) database: string;
  @Field(() => Float, { description: 'Bytes.' }) databaseSize: number;
  @Field(() => Float, { description: 'Milliseconds for a question that needs no table.' })
  databaseAnsweredIn: number;
  @Field(() => Int) migrations: number;
  @Field() lastMigration: string;
  @Field({ description: 'Whether a mail server is set.' }) sendsMail: boolean;
  @Field(() => [MailCount], { description: 'All mail of the product.' }) mail: MailCount[];
  @Field(() => String, {
    nullable: true,
    description: 'Since when the mail that has waited longest has been due; null = none is.',
  })
  oldestDueMail: string | null;
  @Field(() => Float, { description: 'Bytes free where DATA_DIR lies.' }) diskFree: number;
  @Field(() => Float, { description: 'Bytes there are where DATA_DIR lies.' }) diskSize: number;
  @Field(() => [String], {
    description: 'Files of the product in DATA_DIR that other accounts of the machine can reach.',
  })
  looseFiles: string[];
  @Field(() => ReplicaModel, { nullable: true, description: 'null = none is set.' })
  replica: ReplicaModel | null;
  @Field(() => [DailyTaskModel]) tasks: DailyTaskModel[];
  @Field(() => AuditCheckModel, { nullable: true, description: 'null = not checked yet.' })
  auditCheck: AuditCheckModel | null;
  @Field({ description: 'Whether a backup is made every day.' }) backsUp: boolean;
  @Field(() => LastBackupModel, { nullable: true, description: 'null = there has been none.' })
  backup: LastBackupModel | null;
  @Field(() => [ReleaseMomentModel]) releases: ReleaseMomentModel[];
  @Field(() => ReleaseStoreModel, { nullable: true, description: 'null = the settings name none.' })
  releaseStore: ReleaseStoreModel | null;
}

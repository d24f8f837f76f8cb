import type { Application, UnitState } from '@liaison-atlas/shared/coding/unit-coding';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';
import { Response } from '../fieldwork/response.entity.js';
import { Codebook } from './codebook.entity.js';
import { CodingTask } from './coding-task.entity.js';

/** What one coder said about one comment. The codes are those of the version named; they are carried on at reading. */
@Entity({ name: 'unit_coding' })
@Index('uq_unit_coding', ['taskId', 'responseId', 'variable', 'textHash'], { unique: true })
@Index('ix_unit_coding_response', ['responseId'])
export class UnitCodingRow {
  @IdColumn('unit_coding') id: string;
  @TextColumn('task_id', 36) taskId: string;
  @ManyToOne(() => CodingTask, { nullable: false })
  @JoinColumn({ name: 'task_id', foreignKeyConstraintName: 'fk_unit_coding_task' })
  task?: Relation<CodingTask>;
  @TextColumn('response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_unit_coding_response' })
  response?: Relation<Response>;
  @TextColumn('variable', 64) variable: string;
  /** SHA-256 of the text that was read: what was said of another text does not count for a corrected one. */
  @TextColumn('text_hash', 64) textHash: string;
  @JsonColumn('codes') codes: readonly Application[];
  /** Codes that were suggested to the coder, whether they took them or not; null = none was. */
  @JsonColumn('suggested', { nullable: true }) suggested: readonly string[] | null;
  @LongTextColumn('memo') memo: string;
  @TextColumn('state', 10) state: UnitState;
  @IntegerColumn('codebook_version') codebookVersion: number;
  /** Rises at every save. */
  @IntegerColumn('revision') revision: number;
  @InstantColumn('saved_at') savedAt: string;
}

/** What a person decided where coders differ, with the codes that count from then on. */
@Entity({ name: 'adjudication' })
@Index('uq_adjudication', ['codebookId', 'responseId', 'variable', 'textHash'], { unique: true })
@Index('ix_adjudication_response', ['responseId'])
export class Adjudication {
  @IdColumn('adjudication') id: string;
  @TextColumn('codebook_id', 36) codebookId: string;
  @ManyToOne(() => Codebook, { nullable: false })
  @JoinColumn({ name: 'codebook_id', foreignKeyConstraintName: 'fk_adjudication_codebook' })
  codebook?: Relation<Codebook>;
  @TextColumn('response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_adjudication_response' })
  response?: Relation<Response>;
  @TextColumn('variable', 64) variable: string;
  @TextColumn('text_hash', 64) textHash: string;
  @JsonColumn('codes') codes: readonly Application[];
  @LongTextColumn('memo') memo: string;
  @IntegerColumn('codebook_version') codebookVersion: number;
  @IntegerColumn('revision') revision: number;
  @InstantColumn('decided_at') decidedAt: string;
  @TextColumn('decided_by', 64) decidedBy: string;
}

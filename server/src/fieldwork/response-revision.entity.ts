import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../database/columns.js';
import { Response } from './response.entity.js';

/**
 * What a team sent, whole, once per submission. Rows are only ever added: a correction is the next revision with
 * its reason. A repeated request finds the revision that it made before by its key.
 */
@Entity({ name: 'response_revision' })
@Index('uq_response_revision', ['responseId', 'revision'], { unique: true })
export class ResponseRevision {
  @IdColumn('response_revision') id: string;
  @TextColumn('response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_response_revision_response' })
  response: Relation<Response>;
  @IntegerColumn('revision') revision: number;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
  /** Why a correction was made; '' for the first submission. */
  @TextColumn('reason', 400) reason: string;
  @TextColumn('idempotency_key', 64) idempotencyKey: string;
  @JsonColumn('answers') answers: Answers;
  /** SHA-256 of the canonical JSON of `answers`. */
  @TextColumn('hash', 64) hash: string;
}

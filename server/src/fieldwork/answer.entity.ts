import type { AnswerState } from '@liaison-atlas/shared/instrument/answer-value';
import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

import { KeyColumn, LongTextColumn, RealColumn, TextColumn } from '../database/columns.js';
import { Response } from './response.entity.js';

/**
 * One answer of one revision, so that answers can be counted and filtered without opening documents. Exactly one of
 * `code`, `number`, `text` is set when `state` is `answered`; none otherwise. Rows are only ever added.
 */
@Entity({ name: 'answer' })
export class Answer {
  @KeyColumn('answer', 'response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_answer_response' })
  response: Relation<Response>;
  @PrimaryColumn({ name: 'revision', type: 'integer', primaryKeyConstraintName: 'pk_answer' })
  revision: number;
  @KeyColumn('answer', 'variable') variable: string;
  @TextColumn('state', 20) state: AnswerState;
  /** Option code; several, joined by a space, for a multi-choice question. */
  @TextColumn('code', 400, { nullable: true }) code: string | null;
  @RealColumn('number', { nullable: true }) number: number | null;
  @LongTextColumn('text', { nullable: true }) text: string | null;
}

import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';
import { Codebook } from './codebook.entity.js';

/** What somebody is asked to do: code comments, or decide where the coders differ. */
export const TASK_KINDS = ['code', 'adjudicate'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One person's work on the comments of a round with one codebook. Kept when the person is taken off. */
@Entity({ name: 'coding_task' })
@Index('uq_coding_task_active', ['roundId', 'codebookId', 'personId'], {
  unique: true,
  where: 'removed_at IS NULL',
})
@Index('ix_coding_task_round', ['roundId'])
@Index('ix_coding_task_codebook', ['codebookId'])
@Index('ix_coding_task_person', ['personId'])
export class CodingTask {
  @IdColumn('coding_task') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_coding_task_round' })
  round?: Relation<Round>;
  @TextColumn('codebook_id', 36) codebookId: string;
  @ManyToOne(() => Codebook, { nullable: false })
  @JoinColumn({ name: 'codebook_id', foreignKeyConstraintName: 'fk_coding_task_codebook' })
  codebook?: Relation<Codebook>;
  /** Pseudonym of the person. */
  @TextColumn('person_id', 64) personId: string;
  @TextColumn('kind', 20) kind: TaskKind;
  /** Which of `parts` equal shares of the comments, from 1; 1 of 1 = all. */
  @IntegerColumn('part') part: number;
  @IntegerColumn('parts') parts: number;
  @InstantColumn('assigned_at') assignedAt: string;
  @TextColumn('assigned_by', 64) assignedBy: string;
  /** null = not finished, or reopened. */
  @InstantColumn('finished_at', { nullable: true }) finishedAt: string | null;
  /** Since when codes are suggested to the person; null = they are not. */
  @InstantColumn('suggestions_from', { nullable: true }) suggestionsFrom: string | null;
  /** null = the person is still on it. */
  @InstantColumn('removed_at', { nullable: true }) removedAt: string | null;
}

import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';

/** A time in which the hospitals of a frozen round can say what is wrong with what would appear under their names. */
@Entity({ name: 'reply_period' })
@Index('uq_reply_period_number', ['roundId', 'number'], { unique: true })
export class ReplyPeriodRow {
  @IdColumn('reply_period') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_reply_period_round' })
  round?: Relation<Round>;
  @IntegerColumn('number') number: number;
  /** The freeze that was shown first; a later one is shown from when it is there. */
  @IntegerColumn('freeze_number') freezeNumber: number;
  @InstantColumn('opened_at') openedAt: string;
  @TextColumn('opened_by', 64) openedBy: string;
  @IntegerColumn('days') days: number;
  @InstantColumn('ends_at') endsAt: string;
  /** When a final release, or the next right of reply, ended it; null = nothing did. */
  @InstantColumn('closed_at', { nullable: true }) closedAt: string | null;
  /** How many events there have been; whoever adds one changes this first, and so waits for the one before. */
  @IntegerColumn('events') events: number;
}

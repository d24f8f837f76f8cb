import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/**
 * What of a round is in, for good: `document` is the canonical JSON of a `FreezeDocument`, `sha256` the hash of exactly
 * that text. Rows are only ever added; what changes later makes the next freeze.
 */
@Entity({ name: 'freeze' })
@Index('uq_freeze_number', ['roundId', 'number'], { unique: true })
export class Freeze {
  @IdColumn('freeze') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_freeze_round' })
  round: Relation<Round>;
  @IntegerColumn('number') number: number;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
  @LongTextColumn('reason') reason: string;
  @LongTextColumn('document') document: string;
  @TextColumn('sha256', 64) sha256: string;
}

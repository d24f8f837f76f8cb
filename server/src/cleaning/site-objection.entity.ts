import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, LongTextColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/**
 * What a hospital says is wrong with what would appear under its name; waits in the cleaning queue until somebody has
 * dealt with it. The words are the hospital's own, and nobody outside the team reads them.
 */
@Entity({ name: 'site_objection' })
@Index('ix_site_objection_round', ['roundId', 'odsCode'])
export class SiteObjection {
  @IdColumn('site_objection') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_site_objection_round' })
  round?: Relation<Round>;
  @TextColumn('ods_code', 10) odsCode: string;
  @LongTextColumn('words') words: string;
  @InstantColumn('at') at: string;
  /** What became of it, in the team's words; '' while it waits. */
  @LongTextColumn('settled_note') settledNote: string;
  @InstantColumn('settled_at', { nullable: true }) settledAt: string | null;
  /** Pseudonym; null while it waits. */
  @TextColumn('settled_by', 64, { nullable: true }) settledBy: string | null;
}

import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  LongTextColumn,
  TextColumn,
} from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';

/** Something that is added to a release after it was published: a DOI, or that it was withdrawn. Rows are only ever added. */
@Entity({ name: 'release_mark' })
@Index('ix_release_mark_round', ['roundId', 'releaseNumber'])
export class ReleaseMarkRow {
  @IdColumn('release_mark') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_release_mark_round' })
  round?: Relation<Round>;
  @IntegerColumn('release_number') releaseNumber: number;
  @TextColumn('kind', 10) kind: 'withdrawn' | 'doi';
  @TextColumn('value', 200) value: string;
  @LongTextColumn('reason') reason: string;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}

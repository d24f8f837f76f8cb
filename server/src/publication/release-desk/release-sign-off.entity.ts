import type { Role } from '@liaison-atlas/shared/access/permissions';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';

/** Somebody has said that a freeze may be published. Rows are only ever added (`sign_off_end`); the next freeze needs its own. */
@Entity({ name: 'release_sign_off' })
@Index('ix_release_sign_off_freeze', ['roundId', 'freezeNumber', 'personId'])
export class ReleaseSignOff {
  @IdColumn('release_sign_off') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_release_sign_off_round' })
  round?: Relation<Round>;
  @IntegerColumn('freeze_number') freezeNumber: number;
  /** Hash of that freeze, as the person saw it. */
  @TextColumn('sha256', 64) sha256: string;
  /** Pseudonym. */
  @TextColumn('person_id', 64) personId: string;
  /** The role by which they might. */
  @TextColumn('role', 20) role: Role;
  @InstantColumn('at') at: string;
}

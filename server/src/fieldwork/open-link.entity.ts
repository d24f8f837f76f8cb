import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../database/columns.js';
import { Round } from './round.entity.js';

/**
 * One address by which everybody on a mailing list can begin a form, `/r/<round>/<name>`. It is no secret, names no
 * hospital and stands for nobody.
 */
@Entity({ name: 'open_link' })
@Index('uq_open_link', ['roundId', 'name'], { unique: true })
export class OpenLink {
  @IdColumn('open_link') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_open_link_round' })
  round: Relation<Round>;
  /** Last part of the address; never changed, since it has been mailed. */
  @TextColumn('name', 40) name: string;
  /** Which list it goes to, in the words of the survey team. */
  @TextColumn('label', 200) label: string;
  @TextColumn('state', 3) state: 'on' | 'off';
  @InstantColumn('created_at') createdAt: string;
  /** Pseudonym of who made it. */
  @TextColumn('created_by', 64) createdBy: string;
}

import { Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IntegerColumn, KeyColumn } from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';

/** What the lead has set for the releases of a round; there is no row until they set something. */
@Entity({ name: 'release_desk' })
export class ReleaseDesk {
  @KeyColumn('release_desk', 'round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_release_desk_round' })
  round?: Relation<Round>;
  /** Sign-offs by others that a release on a freeze needs. */
  @IntegerColumn('sign_offs') signOffs: number;
}

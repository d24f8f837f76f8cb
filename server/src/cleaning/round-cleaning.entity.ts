import type {
  CleaningMode,
  CleaningSettings,
  SecondReader,
} from '@liaison-atlas/shared/cleaning/cleaning-settings';
import { Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IntegerColumn, JsonColumn, KeyColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/**
 * How a round is cleaned; there from the first decision or setting on. Its row is locked by everything that decides:
 * so two people at the same moment decide one after the other, and the second sees what the first did.
 */
@Entity({ name: 'round_cleaning' })
export class RoundCleaning {
  @KeyColumn('round_cleaning', 'round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_round_cleaning_round' })
  round: Relation<Round>;
  @TextColumn('mode', 20) mode: CleaningMode;
  @TextColumn('second_reader', 20) secondReader: SecondReader;
  @JsonColumn('checks') checks: CleaningSettings['checks'];
  /** How many decisions there are; the number of the latest. */
  @IntegerColumn('decisions') decisions: number;
  /** Number of the freeze that holds; 0 = decisions can be made. */
  @IntegerColumn('frozen_as') frozenAs: number;
}

import type { Mask } from '@liaison-atlas/shared/coding/quotation';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../database/columns.js';
import { Response } from '../fieldwork/response.entity.js';
import { Round } from '../fieldwork/round.entity.js';

/** A part of a comment that may be quoted once it is confirmed. Holds no words: they are read from the form. */
@Entity({ name: 'quotation' })
@Index('ix_quotation_round', ['roundId'])
@Index('ix_quotation_response', ['responseId'])
export class Quotation {
  @IdColumn('quotation') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_quotation_round' })
  round?: Relation<Round>;
  @TextColumn('response_id', 36) responseId: string;
  @ManyToOne(() => Response, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'fk_quotation_response' })
  response?: Relation<Response>;
  @TextColumn('variable', 64) variable: string;
  /** Text that the part and the masks belong to. */
  @TextColumn('text_hash', 64) textHash: string;
  @IntegerColumn('start_at') start: number;
  @IntegerColumn('end_at') end: number;
  @JsonColumn('masks') masks: readonly Mask[];
  @IntegerColumn('revision') revision: number;
  @InstantColumn('saved_at') savedAt: string;
  @TextColumn('saved_by', 64) savedBy: string;
  /** Hash of the text that a person confirmed with these masks; '' = nobody has. */
  @TextColumn('confirmed_hash', 64) confirmedHash: string;
  @InstantColumn('confirmed_at', { nullable: true }) confirmedAt: string | null;
  @TextColumn('confirmed_by', 64, { nullable: true }) confirmedBy: string | null;
}

import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';
import { ReplyPeriodRow } from './reply-period.entity.js';

/**
 * A link by which a hospital replies. Holds no address: that is in the mail until it is sent. Of the token only the
 * SHA-256 is kept.
 */
@Entity({ name: 'reply_link' })
@Index('uq_reply_link_token', ['tokenHash'], { unique: true })
@Index('ix_reply_link_period', ['periodId', 'odsCode'])
export class ReplyLink {
  @IdColumn('reply_link') id: string;
  @TextColumn('period_id', 36) periodId: string;
  @ManyToOne(() => ReplyPeriodRow, { nullable: false })
  @JoinColumn({ name: 'period_id', foreignKeyConstraintName: 'fk_reply_link_period' })
  period?: Relation<ReplyPeriodRow>;
  @TextColumn('ods_code', 10) odsCode: string;
  /** By mail to a contact of the hospital, or handed over by the lead in another way. */
  @TextColumn('way', 10) way: 'mail' | 'hand';
  /** null = its mail has not been sent. */
  @TextColumn('token_hash', 64, { nullable: true }) tokenHash: string | null;
  @InstantColumn('made_at') madeAt: string;
}

import type { ReplyEventKind } from '@liaison-atlas/shared/publication/right-of-reply';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database/columns.js';
import { ReplyPeriodRow } from './reply-period.entity.js';

/**
 * What was shown to a hospital, when, and what it said. Rows are only ever added. Holds no words of anybody: what was
 * shown is there as its hash and its code, and can be made again from the freeze. Once a form of the hospital was withdrawn
 * these are empty: hash and code '', score and quotations 0.
 */
@Entity({ name: 'reply_event' })
@Index('uq_reply_event_number', ['periodId', 'number'], { unique: true })
@Index('ix_reply_event_round', ['roundId'])
export class ReplyEventRow {
  @IdColumn('reply_event') id: string;
  @TextColumn('period_id', 36) periodId: string;
  @ManyToOne(() => ReplyPeriodRow, { nullable: false })
  @JoinColumn({ name: 'period_id', foreignKeyConstraintName: 'fk_reply_event_period' })
  period?: Relation<ReplyPeriodRow>;
  @TextColumn('round_id', 36) roundId: string;
  @IntegerColumn('number') number: number;
  @TextColumn('kind', 10) kind: ReplyEventKind;
  @TextColumn('ods_code', 10) odsCode: string;
  /** '' for a row that was put together and not opened yet. */
  @TextColumn('link_id', 36) linkId: string;
  @InstantColumn('at') at: string;
  /** Freeze that what was shown came from. */
  @IntegerColumn('freeze_number') freezeNumber: number;
  @TextColumn('shown_sha256', 64) shownSha256: string;
  @TextColumn('shown_category', 4) shownCategory: string;
  /** 1 = the score stood there, 0 = it did not. */
  @IntegerColumn('shown_score') shownScore: number;
  @IntegerColumn('shown_quotations') shownQuotations: number;
  /** 1 = yes, 0 = no; says something only where `kind` is `naming`. */
  @IntegerColumn('refuses_score') refusesScore: number;
  @IntegerColumn('refuses_quotations') refusesQuotations: number;
}

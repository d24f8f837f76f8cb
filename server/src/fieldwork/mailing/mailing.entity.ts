import type { MailingKind } from '@liaison-atlas/shared/fieldwork/mailing/mailing-kind';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../database/columns.js';
import { Round } from '../round.entity.js';

/**
 * One sending to many: a text and whom it goes to. Its messages lie in the outbox under its id (`groupId`), and how far
 * they are is counted there, not kept here. A mailing of thanks is one for the whole round: it goes to each as they send.
 */
@Entity({ name: 'mailing' })
@Index('uq_mailing', ['roundId', 'kind', 'number'], { unique: true })
export class Mailing {
  @IdColumn('mailing') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_mailing_round' })
  round?: Relation<Round>;
  @TextColumn('kind', 20) kind: MailingKind;
  /** The how-manieth of its kind in the round, from 1. */
  @IntegerColumn('number') number: number;
  /** Lists whose contacts it goes to; empty = all of the round and the general ones. */
  @JsonColumn('list_ids') listIds: readonly string[];
  @TextColumn('subject', 200) subject: string;
  @LongTextColumn('body') body: string;
  @TextColumn('state', 20) state: 'going' | 'paused' | 'cancelled';
  @InstantColumn('send_at') sendAt: string;
  /** Hash of exactly what the lead saw in the preview; '' for thanks. */
  @TextColumn('audience_hash', 64) audienceHash: string;
  @IntegerColumn('recipients') recipients: number;
  @InstantColumn('created_at') createdAt: string;
  /** Pseudonym of who sent it. */
  @TextColumn('created_by', 64) createdBy: string;
}

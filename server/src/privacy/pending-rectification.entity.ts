import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { Person } from '../access/people/person.entity.js';
import { IdColumn, InstantColumn, TextColumn } from '../database/columns.js';

/**
 * A new address of somebody with an account, until its owner has confirmed it: the account keeps the old one so long.
 * The token is made only when the mail is sent, and only its SHA-256 is kept; null = not sent yet.
 */
@Entity({ name: 'pending_rectification' })
@Index('uq_pending_rectification_person', ['personId'], { unique: true })
@Index('uq_pending_rectification_token', ['tokenHash'], { unique: true })
export class PendingRectification {
  @IdColumn('pending_rectification') id: string;
  @TextColumn('person_id', 36) personId: string;
  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'fk_pending_rectification_person' })
  person?: Relation<Person>;
  @TextColumn('email', 254) email: string;
  @TextColumn('token_hash', 64, { nullable: true }) tokenHash: string | null;
  @InstantColumn('requested_at') requestedAt: string;
  @InstantColumn('expires_at') expiresAt: string;
}

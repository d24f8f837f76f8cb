import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../database/columns.js';
import { Round } from './round.entity.js';

/**
 * One link by which one team can answer for one hospital. The link's token is random and only its SHA-256 is kept.
 */
@Entity({ name: 'invitation' })
@Index('uq_invitation_token_hash', ['tokenHash'], { unique: true })
@Index('ix_invitation_round', ['roundId', 'odsCode'])
export class Invitation {
  @IdColumn('invitation') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_invitation_round' })
  round: Relation<Round>;
  /** Hospital that the link was made for; the respondent may still name another. '' = an open link's, not listed. */
  @TextColumn('ods_code', 10) odsCode: string;
  @TextColumn('token_hash', 64) tokenHash: string;
  /** What became of the sending; whether the form was begun or sent back follows from its response and is not kept twice. */
  @TextColumn('state', 20) state: 'sent' | 'expired';
  /** How the form comes that the link was made for; null = by a personal link, `web_token`. */
  @TextColumn('mode', 20, { nullable: true }) mode: ResponseMode | null;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('expires_at') expiresAt: string;
}

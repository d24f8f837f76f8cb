import type { ResponseMode } from '@liaison-atlas/shared/fieldwork/response';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../database/columns.js';
import { Round } from './round.entity.js';

/**
 * What became of the sending: `queued` = its mail waits in the outbox; `in_doubt` = nobody knows whether the mail went
 * out; `failed` = given up; `sent` also for a link that was given otherwise.
 */
export type InvitationState = 'queued' | 'sent' | 'bounced' | 'failed' | 'in_doubt' | 'expired';

/** The states in which somebody may hold the link. */
export const OUT_STATES = ['sent', 'in_doubt', 'expired'] as const satisfies readonly InvitationState[];

/**
 * One link by which one team can answer for one hospital. The link's token is random and only its SHA-256 is kept.
 */
@Entity({ name: 'invitation' })
@Index('uq_invitation_token_hash', ['tokenHash'], { unique: true })
@Index('ix_invitation_round', ['roundId', 'odsCode'])
@Index('uq_invitation_contact', ['contactId', 'roundId', 'odsCode'], { unique: true })
@Index('ix_invitation_mailing', ['mailingId'])
export class Invitation {
  @IdColumn('invitation') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_invitation_round' })
  round: Relation<Round>;
  /** Hospital that the link was made for; the respondent may still name another. '' = an open link's, not listed. */
  @TextColumn('ods_code', 10) odsCode: string;
  /** For one that is invited by mail nobody has this token: those that were mailed are in `invitation_token`. */
  @TextColumn('token_hash', 64) tokenHash: string;
  /** What became of the sending; whether the form was begun or sent back follows from its response and is not kept twice. */
  @TextColumn('state', 20) state: InvitationState;
  /** How the form comes that the link was made for; null = by a personal link, `web_token`. */
  @TextColumn('mode', 20, { nullable: true }) mode: ResponseMode | null;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('expires_at') expiresAt: string;
  /** Whom it was mailed to; null = not by a mailing, or the contact has been erased. */
  @TextColumn('contact_id', 36, { nullable: true }) contactId: string | null;
  /** The mailing that made it; null = none did. */
  @TextColumn('mailing_id', 36, { nullable: true }) mailingId: string | null;
  /** When the mail server took the first mail; null = not yet, or it was not mailed. */
  @InstantColumn('sent_at', { nullable: true }) sentAt: string | null;
  @InstantColumn('bounced_at', { nullable: true }) bouncedAt: string | null;
  /** When a mailed link was opened first, by a person or by a scanner of mail: nobody can tell them apart. */
  @InstantColumn('opened_at', { nullable: true }) openedAt: string | null;
  /** null = none. */
  @IntegerColumn('reminders_sent', { nullable: true }) remindersSent: number | null;
}

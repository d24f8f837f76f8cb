import type { ResponseMode, ResponseState } from '@liaison-atlas/shared/fieldwork/response';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../database/columns.js';
import { Invitation } from './invitation.entity.js';
import { Round } from './round.entity.js';

/**
 * One form, from its first saved page on. `draft` is what has been typed and may change; what was submitted lies in
 * `response_revision` and never does. `revision` is 0 until the first submission.
 */
@Entity({ name: 'response' })
@Index('uq_response_invitation', ['invitationId'], { unique: true })
@Index('ix_response_round', ['roundId', 'odsCode'])
export class Response {
  @IdColumn('response') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_response_round' })
  round: Relation<Round>;
  /** Null when the form did not come by a link (import, generated). */
  @TextColumn('invitation_id', 36, { nullable: true }) invitationId: string | null;
  @ManyToOne(() => Invitation, { nullable: true })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_response_invitation' })
  invitation: Relation<Invitation> | null;
  /** Hospital of the frame the form is about; '' = not matched to one yet. */
  @TextColumn('ods_code', 10) odsCode: string;
  /** Name typed for a hospital that is not in the list; '' otherwise. */
  @TextColumn('site_text_raw', 200) siteTextRaw: string;
  @TextColumn('instrument_version', 20) instrumentVersion: string;
  @TextColumn('mode', 20) mode: ResponseMode;
  /** Pseudonym of the respondent; '' = not known. Never a name or an address. */
  @TextColumn('respondent', 64) respondent: string;
  @TextColumn('state', 20) state: ResponseState;
  @IntegerColumn('revision') revision: number;
  @JsonColumn('draft') draft: Answers;
  /** Raised at every save; a save that expects another one is stale and changes nothing. */
  @IntegerColumn('draft_revision') draftRevision: number;
  @TextColumn('idempotency_key', 64) idempotencyKey: string;
  @InstantColumn('started_at') startedAt: string;
  @InstantColumn('last_saved_at') lastSavedAt: string;
  /** Latest submission; null before the first. */
  @InstantColumn('submitted_at', { nullable: true }) submittedAt: string | null;
  /** 1 = sent in a pilot: it never counts (rule R1). null = it counts like any other. */
  @IntegerColumn('is_test', { nullable: true }) isTest: number | null;
}

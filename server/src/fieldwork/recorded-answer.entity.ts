import type { RecordedMode, SpokenTo } from '@liaison-atlas/shared/fieldwork/recorded-answer';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { InstantColumn, KeyColumn, TextColumn } from '../database/columns.js';
import { Invitation } from './invitation.entity.js';

/** How an answer came that a survey lead writes down for a hospital. Names nobody: a role in the team is all. */
@Entity({ name: 'recorded_answer' })
@Index('ix_recorded_answer_round', ['roundId'])
export class RecordedAnswer {
  @KeyColumn('recorded_answer', 'invitation_id', 36) invitationId: string;
  @ManyToOne(() => Invitation, { nullable: false })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_recorded_answer_invitation' })
  invitation?: Relation<Invitation>;
  @TextColumn('round_id', 36) roundId: string;
  @TextColumn('mode', 20) mode: RecordedMode;
  /** Day of the call, or on which the paper came (YYYY-MM-DD). */
  @TextColumn('taken_on', 10) takenOn: string;
  @TextColumn('spoken_to', 20) spokenTo: SpokenTo;
  /** Pseudonym of who wrote it down. */
  @TextColumn('recorded_by', 64) recordedBy: string;
  @InstantColumn('created_at') createdAt: string;
}

import type { CorrectionState } from '@liaison-atlas/shared/commissioning/register/reader-messages';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  KeyColumn,
  LongTextColumn,
  TextColumn,
} from '../../database/columns.js';
import { RegisterServiceRow } from './register-service.entity.js';

/** What a person decided about a fact that a release proposes. What nobody has decided waits, and is stored nowhere. */
@Entity({ name: 'register_decision' })
@Index('uq_register_decision', ['proposal'], { unique: true })
@Index('ix_register_decision_service', ['serviceId'])
export class RegisterDecision {
  @IdColumn('register_decision') id: string;
  /** Round, hospital and fact; the same for every release of the round. */
  @TextColumn('proposal', 120) proposal: string;
  @IntegerColumn('release_number') releaseNumber: number;
  @TextColumn('verdict', 20) verdict: 'confirmed' | 'declined';
  /** Why it was declined; '' = confirmed. */
  @TextColumn('reason', 500) reason: string;
  /** The service that took it over; null = declined. */
  @TextColumn('service_id', 36, { nullable: true }) serviceId: string | null;
  @ManyToOne(() => RegisterServiceRow, { nullable: true })
  @JoinColumn({ name: 'service_id', foreignKeyConstraintName: 'fk_register_decision_service' })
  service?: Relation<RegisterServiceRow> | null;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}

/** A correction, or a service that is missing, as a reader wrote it. Never shown to the public; erased by time. */
@Entity({ name: 'register_correction' })
@Index('ix_register_correction_service', ['serviceId'])
@Index('ix_register_correction_state', ['state', 'createdAt'])
export class RegisterCorrection {
  @IdColumn('register_correction') id: string;
  /** The service that it is about; null = a service that is missing. */
  @TextColumn('service_id', 36, { nullable: true }) serviceId: string | null;
  @ManyToOne(() => RegisterServiceRow, { nullable: true })
  @JoinColumn({ name: 'service_id', foreignKeyConstraintName: 'fk_register_correction_service' })
  service?: Relation<RegisterServiceRow> | null;
  /** The hospital that it is about; '' = none in particular. */
  @TextColumn('ods_code', 10) odsCode: string;
  /** '' = erased. */
  @LongTextColumn('text') text: string;
  @TextColumn('state', 20) state: CorrectionState;
  /** What was said to the sender; '' = nothing. */
  @TextColumn('reason', 500) reason: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: string | null;
  @TextColumn('decided_by', 64, { nullable: true }) decidedBy: string | null;
}

/** The address of who sent a correction and wants an answer. Personal data: gone once it was answered, or by time. */
@Entity({ name: 'register_sender' })
export class RegisterSender {
  @KeyColumn('register_sender', 'correction_id', 36) correctionId: string;
  @ManyToOne(() => RegisterCorrection, { nullable: false })
  @JoinColumn({ name: 'correction_id', foreignKeyConstraintName: 'fk_register_sender_correction' })
  correction?: Relation<RegisterCorrection>;
  @TextColumn('email', 254) email: string;
}

/** Where questions to a service's team go. Personal data: written, never read by anybody but the mail. */
@Entity({ name: 'register_contact' })
export class RegisterContact {
  @KeyColumn('register_contact', 'service_id', 36) serviceId: string;
  @ManyToOne(() => RegisterServiceRow, { nullable: false })
  @JoinColumn({ name: 'service_id', foreignKeyConstraintName: 'fk_register_contact_service' })
  service?: Relation<RegisterServiceRow>;
  @TextColumn('email', 254) email: string;
  @InstantColumn('set_at') setAt: string;
}

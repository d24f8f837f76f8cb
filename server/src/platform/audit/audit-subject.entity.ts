import { Entity, Index, PrimaryColumn } from 'typeorm';

import { KeyColumn } from '../../database/columns.js';

/**
 * A further thing that an event is about: each form of an act on many, the hospital of a decision on a frame. The
 * event's hash covers its subjects, so that none can be added or taken away unseen.
 */
@Entity({ name: 'audit_subject' })
@Index('ix_audit_subject_thing', ['entity', 'entityId'])
export class AuditSubject {
  @PrimaryColumn({ name: 'event_seq', type: 'integer', primaryKeyConstraintName: 'pk_audit_subject' })
  eventSeq: number;
  @KeyColumn('audit_subject', 'entity') entity: string;
  @KeyColumn('audit_subject', 'entity_id') entityId: string;
}

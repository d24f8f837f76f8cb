import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, JsonColumn, TextColumn } from '../../database/columns.js';

/** Facts about a change that are not personal: revisions, counts, reason codes. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

/**
 * One thing that somebody did, written in the same unit of work as the change itself: a change that is rolled back
 * leaves none. Rows are only ever added; triggers refuse UPDATE and DELETE on both engines. Holds no personal
 * data: `actorId` is a pseudonym.
 */
@Entity({ name: 'audit_event' })
@Index('ix_audit_event_subject', ['entity', 'entityId'])
export class AuditEvent {
  @IdColumn('audit_event') id: string;
  @InstantColumn('at') at: string;
  @TextColumn('actor_id', 64) actorId: string;
  @TextColumn('action', 64) action: string;
  @TextColumn('entity', 64) entity: string;
  @TextColumn('entity_id', 64) entityId: string;
  @JsonColumn('detail') detail: AuditDetail;
}

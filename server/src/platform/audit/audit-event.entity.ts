import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { InstantColumn, JsonColumn, LongTextColumn, TextColumn } from '../../database/columns.js';

/** Facts about a change that are not personal and no free text: states, revisions, counts, codes; null = none. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

/** What else is worth knowing of a change, beside what it did to the thing itself. */
export type AuditDetail = AuditFacts;

/**
 * One thing that somebody did, stored in the very transaction of the change: a change that is rolled back leaves
 * none. Events form a chain: `seq` counts without a gap, and `hash` covers the whole event with the hash of the one
 * before (docs/decisions/0015). Rows are only ever added; triggers refuse everything else on both engines. Holds no
 * personal data: `actorId` is a pseudonym, names stand in `person_contact` alone.
 */
@Entity({ name: 'audit_event' })
@Index('ix_audit_event_subject', ['entity', 'entityId'])
@Index('ix_audit_event_actor', ['actorId'])
export class AuditEvent {
  /** Place in the chain, from 1. */
  @PrimaryColumn({ name: 'seq', type: 'integer', primaryKeyConstraintName: 'pk_audit_event' }) seq: number;
  @InstantColumn('at') at: string;
  @TextColumn('actor_id', 64) actorId: string;
  @TextColumn('action', 64) action: string;
  @TextColumn('entity', 64) entity: string;
  @TextColumn('entity_id', 64) entityId: string;
  /** Why, in the words or the code of who did it; '' where the act needs none. */
  @LongTextColumn('reason') reason: string;
  @JsonColumn('detail') detail: AuditDetail;
  /** The facts that changed, as they were; null = there was nothing before, or nothing that may be kept here. */
  @Column({ name: 'before', type: 'simple-json', nullable: true }) before: AuditFacts | null;
  /** The same facts as they are since; null = the thing is gone, or nothing of it may be kept here. */
  @Column({ name: 'after', type: 'simple-json', nullable: true }) after: AuditFacts | null;
  /** The request in which it happened; '' for what came by a link or from the product itself. */
  @TextColumn('request_id', 64) requestId: string;
  /** Hash of the event before; 64 zeros for the first. */
  @TextColumn('prev_hash', 64) prevHash: string;
  /** SHA-256 of the canonical JSON of everything above and of the event's subjects. */
  @TextColumn('hash', 64) hash: string;
}

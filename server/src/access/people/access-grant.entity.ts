import type { GivenRole } from '@liaison-atlas/shared/access/permissions';
import type { ScopeKind } from '@liaison-atlas/shared/access/scope';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';
import { Person } from './person.entity.js';

/** A role that a person holds within a scope. Revoked, never deleted; null in `revokedAt` = it holds. */
@Entity({ name: 'access_grant' })
@Index('uq_access_grant_active', ['personId', 'role', 'scopeKind', 'scopeId'], {
  unique: true,
  where: 'revoked_at IS NULL',
})
export class AccessGrant {
  @IdColumn('access_grant') id: string;
  @TextColumn('person_id', 36) personId: string;
  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'fk_access_grant_person' })
  person?: Relation<Person>;
  @TextColumn('role', 32) role: GivenRole;
  @TextColumn('scope_kind', 20) scopeKind: ScopeKind;
  @TextColumn('scope_id', 36) scopeId: string;
  @InstantColumn('given_at') givenAt: string;
  @TextColumn('given_by', 64) givenBy: string;
  @InstantColumn('revoked_at', { nullable: true }) revokedAt: string | null;
  @TextColumn('revoked_by', 64, { nullable: true }) revokedBy: string | null;
}

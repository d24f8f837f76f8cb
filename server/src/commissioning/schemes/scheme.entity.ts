import type { SchemeContent } from '@liaison-atlas/shared/commissioning/scheme/scheme-fields';
import type { SchemeLevel } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  TextColumn,
} from '../../database/columns.js';

/** The plan of commissioners for an area; for its members alone, whatever roles others have in the survey. */
@Entity({ name: 'scheme' })
@Index('ix_scheme_changed_at', ['changedAt'])
export class Scheme {
  @IdColumn('scheme') id: string;
  @TextColumn('area_code', 10) areaCode: string;
  /** From 1; rises with every saving. */
  @IntegerColumn('version') version: number;
  @JsonColumn('content') content: SchemeContent;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('changed_at') changedAt: string;
}

/** Who may see a scheme, under a pseudonym: an account, or a made-up person of demo mode. */
@Entity({ name: 'scheme_member' })
@Index('ix_scheme_member_member', ['memberId'])
export class SchemeMember {
  @KeyColumn('scheme_member', 'scheme_id', 36) schemeId: string;
  @KeyColumn('scheme_member', 'member_id', 64) memberId: string;
  @ManyToOne(() => Scheme, { nullable: false })
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'fk_scheme_member_scheme' })
  scheme?: Relation<Scheme>;
  @TextColumn('level', 8) level: SchemeLevel;
  @InstantColumn('since') since: string;
}

/** What a scheme said; savings of one person that follow each other closely are one version. Goes with the scheme. */
@Entity({ name: 'scheme_version' })
@Index('uq_scheme_version', ['schemeId', 'version'], { unique: true })
export class SchemeVersion {
  @IdColumn('scheme_version') id: string;
  @TextColumn('scheme_id', 36) schemeId: string;
  @ManyToOne(() => Scheme, { nullable: false })
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'fk_scheme_version_scheme' })
  scheme?: Relation<Scheme>;
  @IntegerColumn('version') version: number;
  @JsonColumn('content') content: SchemeContent;
  /** Why, such as "Version 3 brought back"; '' = nothing was said. */
  @TextColumn('note', 200) note: string;
  @InstantColumn('begun_at') begunAt: string;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}

/** A link that lets one person in, once. Its token is kept as a hash only, and nobody's address is kept at all. */
@Entity({ name: 'scheme_invitation' })
@Index('uq_scheme_invitation_token', ['tokenHash'], { unique: true })
@Index('ix_scheme_invitation_scheme', ['schemeId'])
export class SchemeInvitation {
  @IdColumn('scheme_invitation') id: string;
  @TextColumn('scheme_id', 36) schemeId: string;
  @ManyToOne(() => Scheme, { nullable: false })
  @JoinColumn({ name: 'scheme_id', foreignKeyConstraintName: 'fk_scheme_invitation_scheme' })
  scheme?: Relation<Scheme>;
  @TextColumn('level', 8) level: SchemeLevel;
  @TextColumn('token_hash', 64) tokenHash: string;
  @InstantColumn('expires_at') expiresAt: string;
}

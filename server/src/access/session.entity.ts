import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../database/columns.js';

/**
 * A signed-in browser. The cookie holds a random token; `id` is its SHA-256, so that a copy of the database signs
 * nobody in. `revokedAt` null = still good until `expiresAt`. `role`: `person`, or the role that demo mode made up.
 */
@Entity({ name: 'session' })
export class Session {
  @IdColumn('session', 64) id: string;
  @TextColumn('person_id', 64) personId: string;
  @TextColumn('role', 32) role: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('expires_at') expiresAt: string;
  @InstantColumn('revoked_at', { nullable: true }) revokedAt: string | null;
  /** When it was last used, to within a tenth of the time after which it would end unused; null = only just opened. */
  @InstantColumn('seen_at', { nullable: true }) seenAt: string | null;
}

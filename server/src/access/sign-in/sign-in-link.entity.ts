import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';

/**
 * One request to sign in. A request for an address that nobody has an account with leaves the same row, without
 * person: the limits count both, and neither the answer nor the time tells them apart. The token is made only when
 * the link is sent, and only its SHA-256 is kept; null = not sent yet.
 */
@Entity({ name: 'sign_in_link' })
@Index('uq_sign_in_link_token_hash', ['tokenHash'], { unique: true })
@Index('ix_sign_in_link_requested', ['requestedAt', 'addressHash'])
export class SignInLink {
  @IdColumn('sign_in_link') id: string;
  @TextColumn('person_id', 36, { nullable: true }) personId: string | null;
  /** SHA-256 of the address: the limit per address has to hold for addresses that we do not keep. */
  @TextColumn('address_hash', 64) addressHash: string;
  @TextColumn('token_hash', 64, { nullable: true }) tokenHash: string | null;
  @TextColumn('state', 20) state: 'open' | 'used';
  @InstantColumn('requested_at') requestedAt: string;
  @InstantColumn('expires_at') expiresAt: string;
}

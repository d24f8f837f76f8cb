import type { LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';

/**
 * Somebody who may be invited, as a pseudonym; name and address lie in `contact_detail`. The hash of the address finds
 * the same person again in the next list, and their wish to get no more mail.
 */
@Entity({ name: 'contact' })
@Index('uq_contact_address_hash', ['addressHash'], { unique: true })
export class Contact {
  @IdColumn('contact') id: string;
  @TextColumn('address_hash', 64) addressHash: string;
  @TextColumn('legal_basis', 30) legalBasis: LegalBasis;
  /** Where the address comes from, in words. */
  @TextColumn('source', 200) source: string;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('changed_at') changedAt: string;
  /** When a mail server refused the address for good; null = never, or it has been changed since. */
  @InstantColumn('bounced_at', { nullable: true }) bouncedAt: string | null;
}

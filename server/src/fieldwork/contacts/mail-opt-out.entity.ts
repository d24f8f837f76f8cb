import { Entity } from 'typeorm';

import { InstantColumn, KeyColumn, TextColumn } from '../../database/columns.js';

/**
 * An address that gets no more mail about surveys. Only its hash is kept, and for good: when the contact is erased and
 * stands on a later list again, the wish still holds.
 */
@Entity({ name: 'mail_opt_out' })
export class MailOptOut {
  @KeyColumn('mail_opt_out', 'address_hash', 64) addressHash: string;
  @InstantColumn('at') at: string;
  /** Who wrote it down: the person by the link of a mail, or the survey lead when they were told. */
  @TextColumn('by', 20) by: 'link' | 'lead';
}

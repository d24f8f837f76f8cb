import type { Perspective } from '@liaison-atlas/shared/fieldwork/response';
import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';

/** A list of contacts, such as the members of a faculty: of one round, or general. */
@Entity({ name: 'contact_list' })
@Index('uq_contact_list', ['roundId', 'name'], { unique: true })
export class ContactList {
  @IdColumn('contact_list') id: string;
  /** '' = general: for every round. */
  @TextColumn('round_id', 36) roundId: string;
  @TextColumn('name', 120) name: string;
  /** Whose view the people on it are asked for; null = no view in particular. */
  @TextColumn('perspective', 20, { nullable: true }) perspective: Perspective | null;
  @InstantColumn('created_at') createdAt: string;
}

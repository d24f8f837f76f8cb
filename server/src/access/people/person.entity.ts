import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn } from '../../database/columns.js';

/** Somebody with an account, under a pseudonym; name and address are apart, in `person_contact`. Never deleted. */
@Entity({ name: 'person' })
export class Person {
  @IdColumn('person') id: string;
  @InstantColumn('created_at') createdAt: string;
  @TextColumn('created_by', 64) createdBy: string;
}

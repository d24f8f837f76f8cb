import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * A questionnaire that is being written: one draft a series at a time. `content` is its canonical JSON, `revision`
 * rises at every save. Gone once it is published; what was published is an `InstrumentVersion`.
 */
@Entity({ name: 'instrument_draft' })
@Index('uq_instrument_draft_key', ['key'], { unique: true })
export class InstrumentDraft {
  @IdColumn('instrument_draft') id: string;
  @TextColumn('key', 64) key: string;
  /** Version that it was begun from; '' = the first of its series. */
  @TextColumn('based_on', 20) basedOn: string;
  @LongTextColumn('content') content: string;
  @IntegerColumn('revision') revision: number;
  @InstantColumn('created_at') createdAt: string;
  @TextColumn('created_by', 64) createdBy: string;
  @InstantColumn('saved_at') savedAt: string;
  @TextColumn('saved_by', 64) savedBy: string;
}

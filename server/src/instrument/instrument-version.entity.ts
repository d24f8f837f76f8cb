import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * A published questionnaire, kept word for word: `content` is its canonical JSON and `contentHash` the SHA-256 of
 * that text. Never edited once published; a change is a new version.
 */
@Entity({ name: 'instrument_version' })
@Index('uq_instrument_version', ['key', 'version'], { unique: true })
export class InstrumentVersion {
  @IdColumn('instrument_version') id: string;
  @TextColumn('key', 64) key: string;
  @TextColumn('version', 20) version: string;
  @TextColumn('status', 20) status: string;
  @LongTextColumn('content') content: string;
  @TextColumn('content_hash', 64) contentHash: string;
  @InstantColumn('published_at') publishedAt: string;
}

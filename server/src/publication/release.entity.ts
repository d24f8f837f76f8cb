import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/**
 * An immutable release of a round. `document` is the canonical JSON of a `ReleaseDocument` and `sha256` the hash of
 * exactly that text. Rows are only ever added.
 */
@Entity({ name: 'release' })
@Index('uq_release_number', ['roundId', 'number'], { unique: true })
@Index('uq_release_key', ['roundId', 'idempotencyKey'], { unique: true })
export class Release {
  @IdColumn('release') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_release_round' })
  round: Relation<Round>;
  @IntegerColumn('number') number: number;
  @TextColumn('kind', 20) kind: ReleaseKind;
  @InstantColumn('published_at') publishedAt: string;
  @TextColumn('published_by', 64) publishedBy: string;
  @LongTextColumn('note') note: string;
  @TextColumn('idempotency_key', 64) idempotencyKey: string;
  @LongTextColumn('document') document: string;
  /** The revisions the figures were made from (`responseId:revision`); empty for an imported release. */
  @JsonColumn('members') members: readonly string[];
  @TextColumn('sha256', 64) sha256: string;
  /** The freeze it stands on; null = the live state of its moment, or an imported report. */
  @IntegerColumn('freeze_number', { nullable: true }) freezeNumber: number | null;
}

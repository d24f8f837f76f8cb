import { Entity } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * The population that a round's figures are shares of. `listedSize` counts its eligible units; `declaredSize` is the
 * size that a source states without publishing the list (179 for 2017-18), and the two are never mixed up. Once
 * frozen, triggers refuse any change of it and of its units.
 */
@Entity({ name: 'sampling_frame' })
export class SamplingFrame {
  @IdColumn('sampling_frame') id: string;
  @TextColumn('title', 200) title: string;
  @LongTextColumn('definition') definition: string;
  @LongTextColumn('source') source: string;
  @IntegerColumn('declared_size', { nullable: true }) declaredSize: number | null;
  /** Who states the declared size; '' where there is none. */
  @LongTextColumn('declared_source') declaredSource: string;
  @IntegerColumn('listed_size') listedSize: number;
  /** Year and month that the list describes. */
  @TextColumn('as_of', 10) asOf: string;
  @TextColumn('status', 20) status: 'draft' | 'frozen';
  /** SHA-256 of everything the frozen frame holds: a release names the very list it counted. '' while it is a draft. */
  @TextColumn('hash', 64) hash: string;
  /** The frozen frame it began as a copy of; null = it began empty, or came with the product. */
  @TextColumn('copied_from', 36, { nullable: true }) copiedFrom: string | null;
  /** null = it came with the product. */
  @InstantColumn('created_at', { nullable: true }) createdAt: string | null;
  @InstantColumn('changed_at', { nullable: true }) changedAt: string | null;
  @InstantColumn('frozen_at', { nullable: true }) frozenAt: string | null;
}

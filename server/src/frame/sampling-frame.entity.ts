import { Entity } from 'typeorm';

import { IdColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * The population that a round's figures are shares of. `listedSize` counts its eligible units; `declaredSize` is the
 * size that a source states without publishing the list (179 for 2017-18), and the two are never mixed up.
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
  /** SHA-256 of definition and units: a release names the very list it counted. */
  @TextColumn('hash', 64) hash: string;
}

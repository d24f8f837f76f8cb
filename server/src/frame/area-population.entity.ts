import { Entity } from 'typeorm';

import { IntegerColumn, KeyColumn, RealColumn, TextColumn } from '../database/columns.js';

/**
 * Residents of an area, or of England, in the middle of 2019, and the middle of where they live. An area without a row
 * has a population that is not known.
 */
@Entity({ name: 'area_population' })
export class AreaPopulationRow {
  @KeyColumn('area_population', 'code', 10) code: string;
  @IntegerColumn('people') people: number;
  @IntegerColumn('adults') adults: number;
  /** Small areas of 2011 that were added up. */
  @IntegerColumn('small_areas') smallAreas: number;
  @RealColumn('latitude') latitude: number;
  @RealColumn('longitude') longitude: number;
  @TextColumn('source_id', 64) sourceId: string;
}

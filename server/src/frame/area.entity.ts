import { Entity, Index } from 'typeorm';

import { KeyColumn, TextColumn } from '../database/columns.js';

/** An NHS area: one of 7 regions (April 2019), 42 ICBs (July 2022) or 195 CCGs (April 2018). Key: its ODS code. */
@Entity({ name: 'area' })
@Index('ix_area_level', ['level'])
export class Area {
  @KeyColumn('area', 'code', 10) code: string;
  @TextColumn('level', 10) level: 'region' | 'icb' | 'ccg';
  @TextColumn('ons_code', 10) onsCode: string;
  @TextColumn('name', 200) name: string;
  @TextColumn('region_code', 10) regionCode: string;
  /** For a CCG the ICB of 2022 with most of its people; for an ICB itself; '' for a region. */
  @TextColumn('icb_code', 10) icbCode: string;
  @TextColumn('source_id', 64) sourceId: string;
}

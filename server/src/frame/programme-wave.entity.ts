import { Entity, Index } from 'typeorm';

import { IdColumn, IntegerColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/** One wave of an IAPT programme, with the number of sites that its sources state. */
@Entity({ name: 'programme_wave' })
@Index('uq_programme_wave', ['programme', 'wave'], { unique: true })
export class ProgrammeWave {
  @IdColumn('programme_wave') id: string;
  @TextColumn('programme', 20) programme: 'early_implementer' | 'pathfinder';
  @IntegerColumn('wave') wave: number;
  @TextColumn('label', 100) label: string;
  @IntegerColumn('total') total: number;
  @LongTextColumn('total_source') totalSource: string;
}

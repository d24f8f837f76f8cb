import { Entity, Index } from 'typeorm';

import { IdColumn, IntegerColumn, JsonColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/**
 * One sourced early-implementer or pathfinder area. Outside these areas nothing is known: the absence of a row
 * never means that there was no site.
 */
@Entity({ name: 'programme_site' })
@Index('ix_programme_site_wave', ['programme', 'wave'])
export class ProgrammeSite {
  @IdColumn('programme_site', 100) id: string;
  @TextColumn('programme', 20) programme: 'early_implementer' | 'pathfinder';
  @IntegerColumn('wave') wave: number;
  @TextColumn('name', 200) name: string;
  /** CCGs by name, as they were at the time; '' = not known. */
  @LongTextColumn('ccg_names') ccgNames: string;
  /** Codes at the time; empty = not known. */
  @JsonColumn('ccg_codes') ccgCodes: string[];
  /** Codes of April 2018, which the boundaries carry; empty = not known, and no area can be drawn. */
  @JsonColumn('ccg_codes_2018') ccgCodes2018: string[];
  /** Conditions treated; '' = not stated by the sources. */
  @LongTextColumn('conditions') conditions: string;
  /** '' = not stated by the sources. */
  @TextColumn('lead_provider', 200) leadProvider: string;
  @TextColumn('confidence', 20) confidence: 'high' | 'medium' | 'low';
  @LongTextColumn('confidence_reason') confidenceReason: string;
  /** The pages it rests on, parted by " | ". */
  @LongTextColumn('source') source: string;
  @LongTextColumn('notes') notes: string;
  @TextColumn('source_id', 64) sourceId: string;
}

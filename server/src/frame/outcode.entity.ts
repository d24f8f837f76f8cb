import { Entity } from 'typeorm';

import { KeyColumn, RealColumn, TextColumn } from '../database/columns.js';

/**
 * The first half of a postcode, with the ICB and CCG that hold most of its English addresses. Shares are
 * proportions 0 to 1: below 0.7 an answer says "mostly".
 */
@Entity({ name: 'outcode' })
export class Outcode {
  @KeyColumn('outcode', 'code', 4) code: string;
  @RealColumn('latitude') latitude: number;
  @RealColumn('longitude') longitude: number;
  @RealColumn('england_share') englandShare: number;
  @TextColumn('icb_code', 10) icbCode: string;
  @RealColumn('icb_share') icbShare: number;
  @TextColumn('ccg_code', 10) ccgCode: string;
  @RealColumn('ccg_share') ccgShare: number;
  /** Median distance of its postcodes from the point, in kilometres. */
  @RealColumn('spread_km') spreadKm: number;
  @TextColumn('source_id', 64) sourceId: string;
}

import type { SiteCategory } from '@liaison-atlas/shared/frame/hospital';
import { Entity, Index } from 'typeorm';

import { IdColumn, IntegerColumn, LongTextColumn, RealColumn, TextColumn } from '../database/columns.js';

/**
 * One acute hospital site. The id is derived from the ODS code under which the project first knew the site and
 * stays the same for ever, whatever code or trust the site has later (`SiteIdentifier`, `SiteParent`).
 */
@Entity({ name: 'site' })
@Index('uq_site_ods_code', ['odsCode'], { unique: true })
@Index('ix_site_areas', ['regionCode', 'icbCode', 'ccgCode'])
export class Site {
  @IdColumn('site') id: string;
  @TextColumn('ods_code', 10) odsCode: string;
  @TextColumn('name', 200) name: string;
  @TextColumn('postcode', 8) postcode: string;
  /** '' = not known. */
  @TextColumn('town', 100) town: string;
  @RealColumn('latitude') latitude: number;
  @RealColumn('longitude') longitude: number;
  @TextColumn('site_category', 30) siteCategory: SiteCategory;
  /** A major (type 1) emergency department in 2017/18: yes, no or not_known. */
  @TextColumn('major_ed', 20) majorEd: string;
  /** What that rests on: trust_statistics, trust_statistics_site_not_confirmed, not_confirmed. */
  @TextColumn('major_ed_basis', 40) majorEdBasis: string;
  /** Major emergency attendances of the whole trust in 2017/18; null = not known. */
  @IntegerColumn('trust_ed_attendances', { nullable: true }) trustEdAttendances: number | null;
  /** Whether the NHS website showed an emergency score for the site in 2020: yes or no; '' = not known. */
  @TextColumn('ae_score_2020', 10) aeScore2020: string;
  @TextColumn('region_code', 10) regionCode: string;
  @TextColumn('icb_code', 10) icbCode: string;
  @TextColumn('ccg_code', 10) ccgCode: string;
  @LongTextColumn('notes') notes: string;
  @TextColumn('source_id', 64) sourceId: string;
}

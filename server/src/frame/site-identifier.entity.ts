import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, TextColumn } from '../database/columns.js';
import { Site } from './site.entity.js';

/**
 * A code that a register gives a site, and when it holds. A site has several: trusts that merge give their sites new
 * codes, so a code that ended does not mean that a hospital closed.
 */
@Entity({ name: 'site_identifier' })
@Index('uq_site_identifier', ['system', 'code'], { unique: true })
export class SiteIdentifier {
  @IdColumn('site_identifier') id: string;
  @TextColumn('site_id', 36) siteId: string;
  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'fk_site_identifier_site' })
  site: Relation<Site>;
  /** Always `ODS` so far. */
  @TextColumn('system', 20) system: string;
  @TextColumn('code', 20) code: string;
  @TextColumn('valid_from', 10, { nullable: true }) validFrom: string | null;
  @TextColumn('valid_to', 10, { nullable: true }) validTo: string | null;
  @TextColumn('source_id', 64) sourceId: string;
}

import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, TextColumn } from '../database/columns.js';
import { Organisation } from './organisation.entity.js';
import { Site } from './site.entity.js';

/** The trust that ran a site for a time; it may do so again later. Figures of a round use the trust of that time. */
@Entity({ name: 'site_parent' })
@Index('uq_site_parent', ['siteId', 'organisationId', 'validFrom'], { unique: true })
export class SiteParent {
  @IdColumn('site_parent') id: string;
  @TextColumn('site_id', 36) siteId: string;
  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'fk_site_parent_site' })
  site: Relation<Site>;
  @TextColumn('organisation_id', 36) organisationId: string;
  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'fk_site_parent_organisation' })
  organisation: Relation<Organisation>;
  /** null = since before the tables begin (February 2018). */
  @TextColumn('valid_from', 10, { nullable: true }) validFrom: string | null;
  /** null = no end recorded. */
  @TextColumn('valid_to', 10, { nullable: true }) validTo: string | null;
  @TextColumn('source_id', 64) sourceId: string;
}

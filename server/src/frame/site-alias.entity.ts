import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, TextColumn } from '../database/columns.js';
import { Site } from './site.entity.js';

/** Another name that a source gives a site; never one that somebody made up to help the search. */
@Entity({ name: 'site_alias' })
@Index('uq_site_alias', ['siteId', 'normalised'], { unique: true })
export class SiteAlias {
  @IdColumn('site_alias') id: string;
  @TextColumn('site_id', 36) siteId: string;
  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'fk_site_alias_site' })
  site: Relation<Site>;
  @TextColumn('text', 200) text: string;
  /** Lower case, accents and punctuation gone, so that spellings can be compared. */
  @TextColumn('normalised', 200) normalised: string;
  /** `by-hand` for one that the survey lead added. */
  @TextColumn('source_id', 64) sourceId: string;
  /** Who uses the name, for one added by hand; null for the others. */
  @TextColumn('source_note', 200, { nullable: true }) sourceNote: string | null;
}

import type { FrameFacts } from '@liaison-atlas/shared/frame/frame-facts';
import { Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../database/columns.js';
import { SamplingFrame } from './sampling-frame.entity.js';
import { Site } from './site.entity.js';

/** One site's place in a frame: in it, outside it with the reason, or not known. */
@Entity({ name: 'frame_unit' })
export class FrameUnit {
  @KeyColumn('frame_unit', 'frame_id', 36) frameId: string;
  @ManyToOne(() => SamplingFrame, { nullable: false })
  @JoinColumn({ name: 'frame_id', foreignKeyConstraintName: 'fk_frame_unit_frame' })
  frame: Relation<SamplingFrame>;
  @KeyColumn('frame_unit', 'site_id', 36) siteId: string;
  @ManyToOne(() => Site, { nullable: false })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'fk_frame_unit_site' })
  site: Relation<Site>;
  /** ODS code of the region. */
  @TextColumn('stratum', 10) stratum: string;
  @TextColumn('eligibility', 20) eligibility: 'eligible' | 'ineligible' | 'unknown';
  /** Why, in a sentence: the rule's, or that of whoever decided. */
  @TextColumn('why', 200) why: string;
  /** What the frame knows of the hospital on its day; null = what the reference tables say (the bundled frames). */
  @JsonColumn('facts', { nullable: true }) facts: FrameFacts | null;
  /** Pseudonym of who decided in the place of the rule; null = the rule stands. */
  @TextColumn('decided_by', 64, { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: string | null;
}

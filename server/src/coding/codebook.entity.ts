import type { CodebookContent } from '@liaison-atlas/shared/coding/codebook-content';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, TextColumn } from '../database/columns.js';
import { Round } from '../fieldwork/round.entity.js';

/** How a version came about. */
export type CodebookChange = 'created' | 'imported' | 'edited' | 'merged' | 'split' | 'restored';

/** A codebook; what it says is in its versions, of which the highest holds. */
@Entity({ name: 'codebook' })
@Index('ix_codebook_round', ['roundId'])
export class Codebook {
  @IdColumn('codebook') id: string;
  @TextColumn('title', 200) title: string;
  /** Round that it was made for; null = shared by all rounds. */
  @TextColumn('round_id', 36, { nullable: true }) roundId: string | null;
  @ManyToOne(() => Round, { nullable: true })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_codebook_round' })
  round?: Relation<Round> | null;
  @IntegerColumn('version') version: number;
  @InstantColumn('created_at') createdAt: string;
  @TextColumn('created_by', 64) createdBy: string;
}

/** What a codebook says under one version; never changed. */
@Entity({ name: 'codebook_version' })
@Index('uq_codebook_version', ['codebookId', 'version'], { unique: true })
export class CodebookVersion {
  @IdColumn('codebook_version') id: string;
  @TextColumn('codebook_id', 36) codebookId: string;
  @ManyToOne(() => Codebook, { nullable: false })
  @JoinColumn({ name: 'codebook_id', foreignKeyConstraintName: 'fk_codebook_version_codebook' })
  codebook?: Relation<Codebook>;
  @IntegerColumn('version') version: number;
  @JsonColumn('content') content: CodebookContent;
  @TextColumn('change', 20) change: CodebookChange;
  /** Why, or what was merged, split or brought back; '' = nothing was said. */
  @TextColumn('note', 400) note: string;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}

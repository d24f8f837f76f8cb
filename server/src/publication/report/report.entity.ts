import type { ReportContent } from '@liaison-atlas/shared/publication/report/report-content';
import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';
import { Release } from '../release.entity.js';

/** What the report of a round says under one version, from 1; never changed. A round without any has the standard one. */
@Entity({ name: 'report_version' })
@Index('uq_report_version', ['roundId', 'version'], { unique: true })
export class ReportVersion {
  @IdColumn('report_version') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_report_version_round' })
  round?: Relation<Round>;
  @IntegerColumn('version') version: number;
  @JsonColumn('content') content: ReportContent;
  /** Why, as its editor says; '' = nothing was said. */
  @TextColumn('note', 400) note: string;
  @InstantColumn('at') at: string;
  @TextColumn('by', 64) by: string;
}

/** The report as it went out with a release, every figure in its place; never changed. */
@Entity({ name: 'report_edition' })
@Index('uq_report_edition_release', ['releaseId'], { unique: true })
export class ReportEdition {
  @IdColumn('report_edition') id: string;
  @TextColumn('release_id', 36) releaseId: string;
  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn({ name: 'release_id', foreignKeyConstraintName: 'fk_report_edition_release' })
  release?: Relation<Release>;
  /** Version of the report; 0 = the standard one, which nobody had edited. */
  @IntegerColumn('version') version: number;
  /** Canonical JSON of a `StoredReport`, quotations without their words; `sha256` is the hash of exactly that text. */
  @LongTextColumn('tree') tree: string;
  @TextColumn('sha256', 64) sha256: string;
}

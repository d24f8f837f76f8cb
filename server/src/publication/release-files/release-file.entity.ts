import { Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, TextColumn } from '../../database/columns.js';
import { Round } from '../../fieldwork/round.entity.js';

/** What is wrong with a stored file: nothing, its bytes are others than they were, or it is not there. */
export type FileFault = '' | 'damaged' | 'missing';

/**
 * A file of a release that lies in the bucket. A row is put in once its bytes were read back from there; only rows say what
 * of the bucket is given out, so whoever else can write there cannot add to a release.
 */
@Entity({ name: 'release_file' })
@Index('uq_release_file', ['roundId', 'releaseNumber', 'name', 'sha256', 'replacedBy'], { unique: true })
export class ReleaseFileRow {
  @IdColumn('release_file') id: string;
  @TextColumn('round_id', 36) roundId: string;
  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_release_file_round' })
  round?: Relation<Round>;
  @IntegerColumn('release_number') releaseNumber: number;
  /** Number of the release that took its place, whose notice is in the file; 0 = it was made while its release stood. */
  @IntegerColumn('replaced_by') replacedBy: number;
  @TextColumn('name', 64) name: string;
  @TextColumn('sha256', 64) sha256: string;
  @IntegerColumn('bytes') bytes: number;
  @TextColumn('content_type', 120) contentType: string;
  /** Under which a browser saves it; '' = it is shown in place. */
  @TextColumn('file_name', 200) fileName: string;
  @InstantColumn('stored_at') storedAt: string;
  @TextColumn('fault', 10) fault: FileFault;
  /** When it was taken out because its release was withdrawn; null = it is there. */
  @InstantColumn('removed_at', { nullable: true }) removedAt: string | null;
}

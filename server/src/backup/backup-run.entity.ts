import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, IntegerColumn, RealColumn, TextColumn } from '../database/columns.js';

/** `running` = somebody is at it, or died at it (then its lease runs out); `failed` = it is tried again later. */
export type BackupState = 'running' | 'done' | 'failed';

/** One backup, made or tried. Of several instances on one database the one that puts the row in makes it. */
@Entity({ name: 'backup_run' })
@Index('ix_backup_run_started', ['startedAt'])
export class BackupRun {
  /** When it was due; of one that somebody asked for: when it was made. */
  @IdColumn('backup_run') id: string;
  /** Who asked for it. */
  @TextColumn('asked_by', 20) askedBy: 'schedule' | 'command';
  @TextColumn('state', 20) state: BackupState;
  @InstantColumn('started_at') startedAt: string;
  /** Nobody else tries before. */
  @InstantColumn('leased_until') leasedUntil: string;
  @InstantColumn('finished_at', { nullable: true }) finishedAt: string | null;
  /** Name of its folder below `BACKUP_DIR`; '' = there is none. */
  @TextColumn('name', 64) name: string;
  /** Not an integer column: a backup can be larger than two gigabytes. */
  @RealColumn('bytes') bytes: number;
  @TextColumn('sha256', 64) sha256: string;
  /** The end of the audit chain that it holds. */
  @IntegerColumn('audit_seq') auditSeq: number;
  @TextColumn('audit_hash', 64) auditHash: string;
  /** Why it failed; '' = it did not. */
  @TextColumn('reason', 400) reason: string;
}

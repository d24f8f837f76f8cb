import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';

import { type Config, CONFIG } from '../platform/config.js';
import { backupFolder } from './backup-folder.js';
import { BackupRun, type BackupState } from './backup-run.entity.js';
import { newestBackup } from './manifest.js';

/** What whoever runs the product has to know of its latest backup. */
export interface LastBackup {
  readonly state: BackupState;
  /** When it was begun. */
  readonly at: string;
  /** Name of its folder; '' = there is none. */
  readonly name: string;
  readonly bytes: number;
  /** What is wrong with it; '' = nothing. */
  readonly reason: string;
}

/** Reads what is known of backups: what instances recorded, and what lies in the folder of backups. */
@Injectable()
export class LastBackupService {
  constructor(
    @InjectRepository(BackupRun) private readonly runs: Repository<BackupRun>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether backups are made by themselves. */
  get isScheduled(): boolean {
    return this.config.backup.dir !== '';
  }

  /** When the latest backup that came about was begun, whatever was tried since; null = none is known of. */
  async lastMade(): Promise<string | null> {
    const [run] = await this.runs.find({ where: { state: 'done' }, order: { startedAt: 'DESC' }, take: 1 });
    const lying = newestBackup(backupFolder(this.config));
    return [run?.startedAt ?? '', lying?.madeAt ?? ''].sort().at(-1) || null;
  }

  /** The latest try, whatever came of it; null = there has been none. */
  async findLatest(): Promise<LastBackup | null> {
    const [run] = await this.runs.find({ order: { startedAt: 'DESC' }, take: 1 });
    const recorded =
      run === undefined
        ? null
        : { state: run.state, at: run.startedAt, name: run.name, bytes: run.bytes, reason: run.reason };
    // One that somebody made beside a running SQLite could not be recorded in it.
    const lying = newestBackup(backupFolder(this.config));
    if (lying === null || (recorded !== null && recorded.at >= lying.madeAt)) return recorded;
    const { madeAt: at, name, bytes, audit } = lying;
    return { state: 'done', at, name, bytes, reason: audit.breaks.join('; ') };
  }
}

import { statfs } from 'node:fs/promises';

import { Inject, Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { type LastBackup, LastBackupService } from '../backup/last-backup.service.js';
import { READ_REPLICA, type ReadReplica, type ReplicaHealth } from '../database/read-replica.js';
import { MAIL_STATES, type MailState } from '../outbox/outbox-message.entity.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DailyTask } from '../platform/jobs/daily-task.js';
import { looseFiles } from '../platform/private-files.js';
import { AuditCheckService, type AuditCheck } from './audit-check.service.js';
import { ReleaseStoreService, type ReleaseStoreState } from './release-store.service.js';

/** How this instance and its database are, at a moment. Nothing in it is personal. */
export interface SystemState {
  readonly database: DatabaseState;
  readonly mail: MailQueue;
  readonly disk: DiskState;
  readonly releases: readonly ReleaseMoment[];
  /** null = the settings name none. */
  readonly releaseStore: ReleaseStoreState | null;
  readonly tasks: readonly { readonly what: string; readonly lastRun: string | null }[];
  /** null = not checked yet. */
  readonly audit: AuditCheck | null;
  /** The latest try; null = there has been none. */
  readonly backup: LastBackup | null;
  /** When the latest backup that came about was begun; null = none is known of. */
  readonly backedUpAt: string | null;
  /** Whether backups are made by themselves. */
  readonly backsUp: boolean;
  /** Paths of the product's files that other accounts of the machine can reach. */
  readonly looseFiles: readonly string[];
  /** null = none is set. */
  readonly replica: ReplicaHealth | null;
}

export interface DatabaseState {
  readonly engine: 'SQLite' | 'PostgreSQL';
  /** Version as the database states it. */
  readonly version: string;
  readonly bytes: number;
  /** Milliseconds that it took to answer a question that needs no table. */
  readonly answeredInMs: number;
  /** Name of the last migration that is in. */
  readonly lastMigration: string;
  readonly migrations: number;
}

export interface MailQueue {
  readonly counts: readonly { readonly state: MailState; readonly count: number }[];
  /** Since when the longest-waiting message that is due has waited; null = none is due. */
  readonly oldestDue: string | null;
  readonly sends: boolean;
}

export interface DiskState {
  /** Bytes free for this account, and all bytes, where `DATA_DIR` lies. */
  readonly free: number;
  readonly size: number;
}

/** The newest release of a round. */
export interface ReleaseMoment {
  readonly roundId: string;
  readonly publishedAt: string;
}

/** Looks at the database, the outbox, the disk and the tasks, for the administrator's page and for monitors. */
@Injectable()
export class SystemStateService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: AuditCheckService,
    private readonly backups: LastBackupService,
    private readonly releaseStore: ReleaseStoreService,
    private readonly modules: ModulesContainer,
    @Inject(READ_REPLICA) private readonly replica: ReadReplica | null,
  ) {}

  /** @throws the error of the database when it cannot be read */
  async read(): Promise<SystemState> {
    return {
      database: await this.database(),
      mail: await this.mail(),
      disk: await this.disk(),
      releases: await this.releases(),
      releaseStore: await this.releaseStore.read(),
      audit: await this.audit.last(),
      backup: await this.backups.findLatest(),
      backedUpAt: await this.backups.lastMade(),
      backsUp: this.backups.isScheduled,
      tasks: this.tasks(),
      looseFiles: looseFiles(this.config.dataDir),
      replica: (await this.replica?.health()) ?? null,
    };
  }

  private async database(): Promise<DatabaseState> {
    const isPostgres = this.config.databaseUrl !== '';
    const asked = performance.now();
    await this.reader.query('SELECT 1');
    const answeredInMs = performance.now() - asked;
    const [about] = await this.reader.query<{ version: string; bytes: number | string }[]>(
      isPostgres
        ? `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`
        : `SELECT sqlite_version() AS version, page_count * page_size AS bytes
           FROM pragma_page_count(), pragma_page_size()`,
    );
    const migrations = await this.reader.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
    return {
      engine: isPostgres ? 'PostgreSQL' : 'SQLite',
      version: about?.version ?? '',
      bytes: Number(about?.bytes ?? 0),
      answeredInMs,
      lastMigration: migrations.at(-1)?.name ?? '',
      migrations: migrations.length,
    };
  }

  private async mail(): Promise<MailQueue> {
    const counted = await this.reader.query<{ state: MailState; n: number | string }[]>(
      'SELECT state, COUNT(*) AS n FROM outbox_message GROUP BY state',
    );
    const counts = new Map(counted.map(({ state, n }) => [state, Number(n)]));
    const mark = this.config.databaseUrl === '' ? '?' : '$1';
    const [due] = await this.reader.query<{ since: string | null }[]>(
      `SELECT MIN(leased_until) AS since FROM outbox_message WHERE state = 'queued' AND leased_until <= ${mark}`,
      [this.clock.now()],
    );
    return {
      counts: MAIL_STATES.map((state) => ({ state, count: counts.get(state) ?? 0 })),
      oldestDue: due?.since ?? null,
      sends: this.config.smtpUrl !== '',
    };
  }

  private async disk(): Promise<DiskState> {
    const { bavail, blocks, bsize } = await statfs(this.config.dataDir);
    return { free: bavail * bsize, size: blocks * bsize };
  }

  private releases(): Promise<ReleaseMoment[]> {
    return this.reader.query(
      'SELECT round_id AS "roundId", MAX(published_at) AS "publishedAt" FROM "release" GROUP BY round_id ORDER BY round_id',
    );
  }

  private tasks(): SystemState['tasks'] {
    return [...this.modules.values()]
      .flatMap((module) => [...module.providers.values()])
      .map(({ instance }): unknown => instance)
      .filter((instance): instance is DailyTask => instance instanceof DailyTask)
      .map(({ what, lastRun }) => ({ what, lastRun }));
  }
}

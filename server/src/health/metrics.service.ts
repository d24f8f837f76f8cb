import { Inject, Injectable } from '@nestjs/common';

import { READ_REPLICA, type ReadReplica } from '../database/read-replica.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../platform/clock.js';
import { CODE_VERSION } from '../platform/code-version.js';
import { type Config, CONFIG } from '../platform/config.js';
import { Metrics } from './metrics.js';
import { type SystemState, SystemStateService } from './system-state.service.js';

/** Puts what this process counts and what the database holds together into one answer for a monitor. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly metrics: Metrics,
    private readonly state: SystemStateService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(READ_REPLICA) private readonly replica: ReadReplica | null,
  ) {}

  get contentType(): string {
    return this.metrics.registry.contentType;
  }

  /** The text of all metrics. A database that cannot be read is `atlas_database_up 0`, with what is known without it. */
  async text(): Promise<string> {
    const { metrics } = this;
    metrics.set('atlas_build_info', 'Version and kind of this instance; always 1.', [
      {
        labels: {
          version: CODE_VERSION,
          mode: this.config.mode,
          database: this.config.databaseUrl === '' ? 'sqlite' : 'postgresql',
        },
        value: 1,
      },
    ]);
    if (this.unitOfWork.commits !== undefined)
      metrics.total('atlas_database_commits_total', 'Commits by this process.', this.unitOfWork.commits);
    const state = await this.state.read().catch(() => undefined);
    metrics.set('atlas_database_up', '1 = the database can be read.', [{ value: state ? 1 : 0 }]);
    this.setState(state);
    if (this.replica !== null) await this.setReplica(this.replica);
    return metrics.registry.metrics();
  }

  private async setReplica(replica: ReadReplica): Promise<void> {
    const { metrics } = this;
    const { state, behindBytes } = await replica.health();
    metrics.set('atlas_replica_up', '1 = the read replica can be asked.', [
      { value: state === 'gone' ? 0 : 1 },
    ]);
    metrics.set(
      'atlas_replica_behind_bytes',
      'How much of the log of the primary the replica has not applied yet; absent = not known.',
      behindBytes === null ? [] : [{ value: behindBytes }],
    );
    metrics.set(
      'atlas_replica_reads',
      'Connections for reading that this process has given since its start, by where they lead.',
      Object.entries(replica.reads).map(([to, value]) => ({ labels: { to }, value })),
    );
  }

  /** @param store undefined or null = not known */
  private setReleaseStore(store: SystemState['releaseStore'] | undefined): void {
    const one = (value: number | undefined) => (value === undefined ? [] : [{ value }]);
    const { metrics } = this;
    metrics.set(
      'atlas_release_store_up',
      '1 = the store of release files answered when it was asked last.',
      one(store ? Number(store.state === 'answering') : undefined),
    );
    metrics.set(
      'atlas_release_store_waiting',
      'Releases none of whose files lie in the store yet.',
      one(store?.waiting),
    );
    metrics.set(
      'atlas_release_store_refused',
      'Files that are not given out because what lies in the store is not what was put there.',
      one(store?.refused),
    );
  }

  /** @param state undefined = not known, so that nothing is said of it */
  private setState(state: SystemState | undefined): void {
    const one = (value: number | undefined) => (value === undefined ? [] : [{ value }]);
    const now = Date.parse(this.clock.now());
    const secondsSince = (at: string | null | undefined) =>
      at === null || at === undefined ? undefined : Math.max(0, (now - Date.parse(at)) / 1000);
    const { metrics } = this;
    metrics.set('atlas_database_size_bytes', 'Size of the database.', one(state?.database.bytes));
    metrics.set(
      'atlas_database_answer_seconds',
      'How long a question that needs no table took.',
      one(state && state.database.answeredInMs / 1000),
    );
    metrics.set(
      'atlas_outbox_messages',
      'Mails in the outbox, by state.',
      state?.mail.counts.map(({ state: name, count }) => ({ labels: { state: name }, value: count })) ?? [],
    );
    metrics.set(
      'atlas_outbox_oldest_due_seconds',
      'How long the mail that has waited longest has been due; 0 = none is due.',
      one(state && (secondsSince(state.mail.oldestDue) ?? 0)),
    );
    metrics.set('atlas_disk_free_bytes', 'Bytes free where DATA_DIR lies.', one(state?.disk.free));
    metrics.set(
      'atlas_release_age_seconds',
      'Time since the newest release of a round.',
      state?.releases.map(({ roundId, publishedAt }) => ({
        labels: { round: roundId },
        value: secondsSince(publishedAt) ?? 0,
      })) ?? [],
    );
    if (this.config.releaseStore !== null) this.setReleaseStore(state?.releaseStore);
    metrics.set(
      'atlas_backup_age_seconds',
      'Time since the latest backup that came about was begun; absent = none is known of.',
      one(secondsSince(state?.backedUpAt)),
    );
    metrics.set(
      'atlas_audit_check_age_seconds',
      'Time since the audit trail was last computed again; absent = never.',
      one(secondsSince(state?.audit?.at)),
    );
    metrics.set(
      'atlas_audit_breaks',
      'Places where the audit trail was found broken; absent = never checked.',
      one(state?.audit?.breaks),
    );
  }
}

import type { ReplacedBy } from '@liaison-atlas/shared/publication/release-chain';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';

import { type Bucket, BUCKET, BucketAway } from '../../platform/bucket/bucket.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { sha256 } from '../../platform/ids.js';
import { JobLeases } from '../../platform/jobs/job-leases.js';
import { LOGGER } from '../../platform/logger.js';
import { ReleaseExports } from '../exports/release-exports.service.js';
import { CACHE } from '../prepared-answer.js';
import { ReleaseStore } from '../release-store.service.js';
import { exactPath, releasePath } from './exact-path.js';
import type { ReleaseFileRow } from './release-file.entity.js';
import { type FileSet, ReleaseFileRows, setOf, type StoredFile } from './release-file-rows.service.js';

/** How often it looks for releases whose files are not there yet. */
const LOOK_MS = 15_000;
/** How often everything that should be there is counted in the bucket. */
const COUNT_MS = 86_400_000;
/** Longer than the files of a release take; two at the same moment would do the same. */
const LEASE_MINUTES = 10;

/** Files that are read where they are asked for, as the server answers them. */
const SHOWN_IN_PLACE = new Set(['summary.json', 'hospitals.geojson']);

/**
 * Sees to it that the files of every release which stands or was replaced lie in the bucket, and none of one that was
 * withdrawn. It goes by what is in the database, so it does not matter when the bucket was away, who died in the middle,
 * or whether the bucket is new: what lies there with the right bytes stays, what does not is put there.
 */
@Injectable()
export class ReleaseFilesKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | undefined;
  /** Sets of files that this process has seen to: each once after its start, since another version may make other bytes. */
  private readonly done = new Set<string>();
  /** Paths that were found empty since the last count: what this version does not make is not tried again and again. */
  private readonly missed = new Set<string>();
  private countedAt = -Infinity;
  private isStopping = false;

  constructor(
    @Inject(BUCKET) private readonly bucket: Bucket | null,
    private readonly releases: ReleaseStore,
    private readonly exports: ReleaseExports,
    private readonly rows: ReleaseFileRows,
    private readonly leases: JobLeases,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.bucket === null) return;
    // Nobody waits for the bucket before the first request is answered.
    void this.look();
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Does what is due, if the bucket answers and no other instance is at it; never throws. */
  look(): Promise<void> {
    this.underWay ??= this.tryAll().finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async tryAll(): Promise<void> {
    const { bucket } = this;
    if (bucket === null) return;
    try {
      if (await bucket.answers())
        await this.leases.whenFree('ReleaseFilesKeeper', LEASE_MINUTES, () => this.settle(bucket));
    } catch (error) {
      // The bucket itself says that it is away.
      if (!(error instanceof BucketAway))
        this.logger.error({ error }, 'not done until later: keep the files of releases in their store');
    }
  }

  private async settle(bucket: Bucket): Promise<void> {
    if (performance.now() - this.countedAt > COUNT_MS) await this.count(bucket);
    await this.readFaulty(bucket);
    for (const roundId of await this.releases.roundIds())
      for (const status of await this.releases.chain(roundId)) {
        const set = setOf(roundId, status);
        const key = `${releasePath(set)} ${status.withdrawn === null ? set.replacedBy : 'withdrawn'}`;
        if (this.done.has(key)) continue;
        if (this.isStopping) return;
        try {
          if (status.withdrawn === null) await this.put(bucket, set, status.replacedBy);
          else await this.takeOut(bucket, set);
          this.done.add(key);
        } catch (error) {
          if (error instanceof BucketAway) throw error;
          this.logger.error(
            { error, roundId, number: status.number },
            'the files of a release are not stored',
          );
        }
      }
  }

  /** Puts what is missing of the files of a release into the bucket, then records all of it together. */
  private async put(bucket: Bucket, set: FileSet, replacedBy: ReplacedBy | null): Promise<void> {
    const { roundId, releaseNumber } = set;
    const release = await this.releases.find(roundId, releaseNumber);
    if (release === null) return;
    const known = await this.rows.ofRelease(roundId, releaseNumber);
    const fresh: StoredFile[] = [];
    for await (const { name, contentType, fileName, body } of this.exports.all({
      ...release,
      replacedBy,
      site: this.config.publicUrl,
    })) {
      const file = { ...set, name, sha256: sha256(body) };
      const same = known.filter((row) => row.name === name && row.sha256 === file.sha256);
      const object = {
        body,
        contentType,
        fileName: SHOWN_IN_PLACE.has(name) ? '' : fileName,
        cacheControl: CACHE.exact,
      };
      const isThere = same.length > 0 && same.every(({ fault }) => fault === '');
      const lies = isThere ? 'same' : await bucket.putOnce(exactPath(file), object);
      const fault = lies === 'same' ? '' : 'damaged';
      if (fault !== '') this.logger.error({ path: exactPath(file), fault }, 'the store holds other bytes');
      if (same.some((row) => row.fault !== fault)) await this.rows.note(file, fault);
      if (fault === '') this.missed.delete(exactPath(file));
      if (!same.some((row) => row.replacedBy === set.replacedBy))
        fresh.push({
          name,
          sha256: file.sha256,
          bytes: body.length,
          contentType,
          fileName: object.fileName,
          fault,
        });
    }
    if (fresh.length > 0) await this.rows.record(set, fresh);
  }

  /** Takes out what lies there of a release that was withdrawn, recorded or not. */
  private async takeOut(bucket: Bucket, set: FileSet): Promise<void> {
    const lying = await bucket.sizes(releasePath(set));
    await bucket.remove([...lying.keys()]);
    await this.rows.remove(set.roundId, set.releaseNumber);
  }

  /** Compares what should be there with the list of what is. */
  private async count(bucket: Bucket): Promise<void> {
    this.missed.clear();
    const lying = await bucket.sizes('');
    const rows = await this.rows.all();
    for (const row of rows) {
      const bytes = lying.get(exactPath(row));
      if (bytes === undefined) await this.miss(row);
      else if (bytes !== row.bytes) await this.rows.note(row, 'damaged');
    }
    const known = new Set(rows.map(exactPath));
    const others = [...lying.keys()].filter((key) => !known.has(key)).length;
    if (others > 0) this.logger.info({ others }, 'the store of release files holds what no record names');
    this.countedAt = performance.now();
  }

  /** Looks again at what was wrong: somebody may have taken the damaged object out, or brought the right one back. */
  private async readFaulty(bucket: Bucket): Promise<void> {
    for (const row of await this.rows.faulty()) {
      const body = await bucket.get(exactPath(row), row.bytes);
      if (body === null) await this.miss(row);
      else await this.rows.note(row, sha256(body) === row.sha256 ? '' : 'damaged');
    }
  }

  /** Notes that a file is not there; it is put back, if this version still makes these bytes. */
  private async miss(row: ReleaseFileRow): Promise<void> {
    const path = exactPath(row);
    if (this.missed.has(path)) return;
    this.missed.add(path);
    await this.rows.note(row, 'missing');
    for (const key of this.done) if (key.startsWith(`${releasePath(row)} `)) this.done.delete(key);
  }
}

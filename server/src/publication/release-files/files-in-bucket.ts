import type { Logger } from 'pino';

import { type Bucket, BucketAway } from '../../platform/bucket/bucket.js';
import { DomainError } from '../../platform/domain-error.js';
import { sha256 } from '../../platform/ids.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../prepared-answer.js';
import { type ExactFileName, exactPath } from './exact-path.js';
import type { ReleaseFileRow } from './release-file.entity.js';
import type { ReleaseFileRows } from './release-file-rows.service.js';
import { ReleaseFiles } from './release-files.js';

/** Bytes that are kept in memory, in every encoding together. */
const MOST_BYTES = 24 * 1024 * 1024;

/** Reads the files of releases from the bucket. What has been recorded comes from there or not at all. */
export class FilesInBucket extends ReleaseFiles {
  private readonly kept = new KeptByVersion<PreparedAnswer>(
    MOST_BYTES,
    ({ plain, br, gzip }) => plain.length + br.length + gzip.length,
  );

  constructor(
    private readonly bucket: Bucket,
    private readonly rows: ReleaseFileRows,
    private readonly logger: Pick<Logger, 'error'>,
  ) {
    super();
  }

  override async find(file: ExactFileName): Promise<PreparedAnswer | null> {
    const path = exactPath(file);
    const known = this.kept.made(path);
    if (known !== undefined) return known;
    const row = await this.rows.findOne(file);
    if (row === null) return null;
    if (row.fault !== '') throw refusalOf(row.fault);
    return this.kept.get(path, row.sha256, () => this.read(row, path));
  }

  private async read(row: ReleaseFileRow, path: string): Promise<PreparedAnswer> {
    const { bytes, contentType, fileName } = row;
    const body = await this.bucket.get(path, bytes).catch((error: unknown) => {
      throw error instanceof BucketAway ? UNREACHABLE() : error;
    });
    if (body === null || sha256(body) !== row.sha256) {
      const fault = body === null ? 'missing' : 'damaged';
      this.logger.error({ path, fault }, 'a stored release file was refused');
      await this.rows.note(row, fault);
      throw refusalOf(fault);
    }
    return prepareAnswer(body, { contentType, fileName, cacheControl: CACHE.exact });
  }
}

const MEND = 'Try again later, or take the file by the number of its release.';

const UNREACHABLE = (): DomainError =>
  new DomainError(
    'STORAGE_UNAVAILABLE',
    'The store of release files cannot be reached just now.',
    'sha256',
    MEND,
  );

const refusalOf = (fault: 'missing' | 'damaged'): DomainError =>
  fault === 'missing'
    ? new DomainError('STORAGE_UNAVAILABLE', 'The file is not in its store just now.', 'sha256', MEND)
    : new DomainError(
        'STORED_FILE_DAMAGED',
        'What lies in the store is not what was released; it is not given out.',
        'sha256',
        MEND,
      );

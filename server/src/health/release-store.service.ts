import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { type Bucket, BUCKET, type BucketState } from '../platform/bucket/bucket.js';

/** How the store of release files stands, for monitors and an administrator. */
export interface ReleaseStoreState {
  readonly state: BucketState;
  /** Releases none of whose files lie there yet. */
  readonly waiting: number;
  /** Files that are not given out because what lies there is not what was put there, or nothing does. */
  readonly refused: number;
  readonly place: string;
  readonly stored: number;
  readonly bytes: number;
}

const WAITING = `SELECT COUNT(*) AS n FROM "release" r
  WHERE NOT EXISTS (SELECT 1 FROM release_file f WHERE f.round_id = r.round_id AND f.release_number = r.number)
  AND NOT EXISTS (SELECT 1 FROM release_mark m
    WHERE m.round_id = r.round_id AND m.release_number = r.number AND m.kind = 'withdrawn')`;
// A file that lies there once can be recorded for its release as it stood and as it was replaced.
const LYING = `SELECT COUNT(*) AS files, SUM(bytes) AS bytes, SUM(CASE WHEN fault = '' THEN 0 ELSE 1 END) AS refused
  FROM (SELECT DISTINCT round_id, release_number, name, sha256, bytes, fault FROM release_file
    WHERE removed_at IS NULL) AS lying`;

/** Looks at what is known of the store of release files; it does not ask the store. */
@Injectable()
export class ReleaseStoreService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(BUCKET) private readonly bucket: Bucket | null,
  ) {}

  /** null = the settings name none. @throws the error of the database when it cannot be read */
  async read(): Promise<ReleaseStoreState | null> {
    if (this.bucket === null) return null;
    const [waiting] = await this.reader.query<{ n: number | string }[]>(WAITING);
    const [lying] =
      await this.reader.query<Record<'files' | 'bytes' | 'refused', number | string | null>[]>(LYING);
    const { state, place } = this.bucket;
    return {
      state,
      place,
      waiting: Number(waiting?.n ?? 0),
      refused: Number(lying?.refused ?? 0),
      stored: Number(lying?.files ?? 0),
      bytes: Number(lying?.bytes ?? 0),
    };
  }
}

import type { ReleaseStatus } from '@liaison-atlas/shared/publication/release-chain';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';

import { isUniqueViolation } from '../../database/is-unique-violation.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { ExactFileName } from './exact-path.js';
import { type FileFault, ReleaseFileRow } from './release-file.entity.js';

/** A file that lies in the bucket now, before it is recorded. */
export type StoredFile = Pick<
  ReleaseFileRow,
  'name' | 'sha256' | 'bytes' | 'contentType' | 'fileName' | 'fault'
>;

/** Which set of files: of one release, as it stood or with the notice that another replaced it. */
export interface FileSet {
  readonly roundId: string;
  readonly releaseNumber: number;
  /** 0 = none has. */
  readonly replacedBy: number;
}

export const setOf = (roundId: string, { number, replacedBy }: ReleaseStatus): FileSet => ({
  roundId,
  releaseNumber: number,
  replacedBy: replacedBy?.number ?? 0,
});

/** What is known of the files in the bucket. */
@Injectable()
export class ReleaseFileRows {
  constructor(
    @InjectRepository(ReleaseFileRow) private readonly rows: Repository<ReleaseFileRow>,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** null = these bytes were never put there, or have been taken out. */
  findOne({ roundId, releaseNumber, name, sha256 }: ExactFileName): Promise<ReleaseFileRow | null> {
    return this.rows.findOneBy({ roundId, releaseNumber, name, sha256, removedAt: IsNull() });
  }

  /** Everything of a release that lies there, or should. */
  ofRelease(roundId: string, releaseNumber: number): Promise<ReleaseFileRow[]> {
    return this.rows.findBy({ roundId, releaseNumber, removedAt: IsNull() });
  }

  /** Everything that lies there, or should. */
  all(): Promise<ReleaseFileRow[]> {
    return this.rows.findBy({ removedAt: IsNull() });
  }

  faulty(): Promise<ReleaseFileRow[]> {
    return this.rows.findBy({ fault: Not(''), removedAt: IsNull() });
  }

  /** Records files that lie there; those that are recorded already are left out before. */
  async record(set: FileSet, files: readonly StoredFile[]): Promise<void> {
    const storedAt = this.clock.now();
    const rows = files.map((file) => ({ ...file, ...set, id: newId(), storedAt, removedAt: null }));
    const { roundId, releaseNumber: number, replacedBy } = set;
    try {
      await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
        await manager.insert(ReleaseFileRow, rows);
        await audit('release.files-stored', 'round', roundId, { number, replacedBy, files: rows.length });
      });
    } catch (error) {
      // Another instance has put in the same.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Notes what is wrong with a file, or that nothing is any more. Nothing is written where that is known. */
  async note(file: ExactFileName, fault: FileFault): Promise<void> {
    const { roundId, releaseNumber, name, sha256 } = file;
    await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      const which = { roundId, releaseNumber, name, sha256, fault: Not(fault) };
      const { affected } = await manager.update(ReleaseFileRow, which, { fault });
      if (affected === 0) return;
      const detail = { number: releaseNumber, name, sha256, fault };
      if (fault === '') await audit('release.file-mended', 'round', roundId, detail);
      else await audit('release.file-refused', 'round', roundId, detail);
    });
  }

  /** Notes that the files of a release have been taken out. */
  async remove(roundId: string, releaseNumber: number): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async ({ manager, audit }) => {
      const which = { roundId, releaseNumber, removedAt: IsNull() };
      const change = { removedAt: this.clock.now(), fault: '' as const };
      const { affected } = await manager.update(ReleaseFileRow, which, change);
      if (affected === 0) return;
      await audit('release.files-removed', 'round', roundId, { number: releaseNumber, files: affected ?? 0 });
    });
  }
}

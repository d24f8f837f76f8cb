import type { PreparedAnswer } from '../prepared-answer.js';
import type { ExactFileName } from './exact-path.js';

/** Where the files of releases lie that are asked for by the hash of their bytes. */
export abstract class ReleaseFiles {
  /**
   * These bytes as they lie there. Whether their release stands is for whoever asks to know.
   * @returns null where they do not lie: then they can only be made from the release
   * @throws DomainError STORAGE_UNAVAILABLE while it is not to be reached, STORED_FILE_DAMAGED for other bytes
   */
  abstract find(file: ExactFileName): Promise<PreparedAnswer | null>;
}

/** Without a bucket they lie nowhere: every instance makes them from the release, which is in the database. */
export class FilesMadeAnew extends ReleaseFiles {
  override find(): Promise<null> {
    return Promise.resolve(null);
  }
}

import type { Provider } from '@nestjs/common';
import type { Logger } from 'pino';

import { type Bucket, BUCKET } from '../../platform/bucket/bucket.js';
import { LOGGER } from '../../platform/logger.js';
import { FilesInBucket } from './files-in-bucket.js';
import { ReleaseFileRows } from './release-file-rows.service.js';
import { FilesMadeAnew, ReleaseFiles } from './release-files.js';
import { ReleaseFilesKeeper } from './release-files-keeper.js';

/** Where release files lie, as the settings say, and who puts them there. */
export const RELEASE_FILE_STORE: Provider[] = [
  ReleaseFileRows,
  ReleaseFilesKeeper,
  {
    provide: ReleaseFiles,
    inject: [BUCKET, ReleaseFileRows, LOGGER],
    useFactory: (bucket: Bucket | null, rows: ReleaseFileRows, logger: Logger): ReleaseFiles =>
      bucket === null ? new FilesMadeAnew() : new FilesInBucket(bucket, rows, logger),
  },
];

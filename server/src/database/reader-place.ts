import type { Config } from '../platform/config.js';
import { databaseFile } from './data-source.js';
import type { ReaderPlace } from './own-reader.js';

/** Where a thread of this installation reads: on PostgreSQL with the role that cannot write, where there is one. */
export const readerPlaceOf = ({
  dataDir,
  databaseUrl,
  readDatabaseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl' | 'readDatabaseUrl'>): ReaderPlace =>
  databaseUrl === '' ? { file: databaseFile(dataDir) } : { url: readDatabaseUrl || databaseUrl };

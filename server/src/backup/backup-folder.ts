import { join } from 'node:path';

import type { Config } from '../platform/config.js';

/** Where backups lie unless the command is told otherwise: `BACKUP_DIR`, or `backups` in `DATA_DIR`. */
export const backupFolder = ({ dataDir, backup }: Pick<Config, 'dataDir' | 'backup'>): string =>
  backup.dir || join(dataDir, 'backups');

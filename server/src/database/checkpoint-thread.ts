import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

import type { CheckpointOrder } from './checkpointer.js';

/*
 * Runs in a thread of its own, with its own connection: copies the log of changes into the file each time it is told to, and
 * answers with the pages that are still to be copied. PASSIVE waits for nobody and keeps nobody waiting. Whatever fails (a full
 * disk) is left to the writer, which copies for itself when the log gets long and whose commits say what is wrong.
 */
const connection = new Database(workerData as string, { fileMustExist: true });
// As the writer: what is copied is on the disk before the log is written over.
connection.pragma('synchronous = FULL');
connection.pragma('busy_timeout = 0');

parentPort?.on('message', (order: CheckpointOrder) => {
  if (order === 'copy') parentPort?.postMessage(copy());
  else {
    connection.close();
    parentPort?.close();
  }
});

/** Pages that are left; null = it could not be done now. */
function copy(): number | null {
  try {
    const [done] = connection.pragma('wal_checkpoint(PASSIVE)') as {
      busy: number;
      log: number;
      checkpointed: number;
    }[];
    return done === undefined || done.busy !== 0 ? null : done.log - done.checkpointed;
  } catch {
    return null;
  }
}

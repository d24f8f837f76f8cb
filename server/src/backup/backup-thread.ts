import { parentPort, workerData } from 'node:worker_threads';

import { type BackupOrder, makeBackup } from './make-backup.js';

/*
 * Runs in a thread of its own: reading a whole database takes a processor for a while, and pages are to be answered
 * meanwhile. Answers with what it made; an error ends the thread.
 */
parentPort?.postMessage(await makeBackup(workerData as BackupOrder));

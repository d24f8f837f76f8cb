import { parentPort, workerData } from 'node:worker_threads';

import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../database/data-source.js';
import { giveWay } from '../platform/give-way.js';
import type { Config } from '../platform/config.js';
import { computeChain } from './compute-chain.js';

/** What the thread is told: where the trail is stored, and how much it rests. */
export interface AuditCheckOrder {
  readonly place: Pick<Config, 'dataDir' | 'databaseUrl' | 'readDatabaseUrl'>;
  readonly rests: number;
}

/*
 * Runs in a thread of its own, over a connection that only reads: hashing a long trail takes a processor for a while, and nobody
 * waits for it. Answers with what it found and ends; an error ends it, too.
 */
giveWay();
const { place, rests } = workerData as AuditCheckOrder;
const options = dataSourceOptions(place, 'read');
// One page after the other is asked for.
const one = options.type === 'postgres' ? { ...options, extra: { ...options.extra, max: 1 } } : options;
const source = await new DataSource(one).initialize();
try {
  parentPort?.postMessage(await computeChain(source, rests));
} finally {
  await source.destroy();
}

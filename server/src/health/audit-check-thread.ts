import { parentPort, workerData } from 'node:worker_threads';

import { openOwnReader, type ReaderPlace } from '../database/own-reader.js';
import { giveWay } from '../platform/give-way.js';
import { computeChain } from './compute-chain.js';

/** What the thread is told: where the trail is stored, and how much it rests. */
export interface AuditCheckOrder {
  readonly place: ReaderPlace;
  readonly rests: number;
}

/*
 * Runs in a thread of its own, over a connection that only reads: hashing a long trail takes a processor for a while, and seldom does anybody
 * wait for it. Answers with what it found and ends; an error ends it, too.
 */
giveWay();
const { place, rests } = workerData as AuditCheckOrder;
const reader = await openOwnReader(place);
try {
  parentPort?.postMessage(await computeChain(reader, rests));
} finally {
  await reader.close();
}

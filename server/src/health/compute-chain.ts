import { setTimeout as rest } from 'node:timers/promises';

import type { RowReader } from '../database/row-reader.js';
import { readChain } from '../platform/audit/read-chain.js';
import { type ChainReport, type ChainSource, verifyChain } from '../platform/audit/verify-chain.js';

/** How many events are looked at without a rest: a few milliseconds of work. */
const PAGE = 100;
/** No rest is longer than this, in milliseconds: a page can be slow because a database far away was waited for. */
const LONGEST_REST_MS = 250;

/** What came of it: how many events there are, and where the chain is broken. */
export type ComputedChain = Pick<ChainReport, 'count' | 'breaks'>;

/**
 * Computes the stored audit trail again, page by page. One turn of the event loop between two pages would not do: with a million
 * events, everybody else would get what a page leaves over for as long as it takes.
 * @param rests milliseconds of rest for each of work
 * @param isStopped asked before each page @throws Error once it is
 */
export async function computeChain(
  reader: Pick<RowReader, 'engine' | 'ask'>,
  rests: number,
  isStopped: () => boolean = () => false,
): Promise<ComputedChain> {
  const chain = readChain(reader.ask, reader.engine, PAGE);
  let began: number | undefined;
  const inTurns: ChainSource = {
    ...chain,
    readAfter: async (seq) => {
      if (began !== undefined) await rest(Math.min((performance.now() - began) * rests, LONGEST_REST_MS));
      if (isStopped()) throw new Error('the product stops');
      began = performance.now();
      return chain.readAfter(seq);
    },
  };
  const { count, breaks } = await verifyChain(inTurns);
  return { count, breaks };
}

import { AsyncLocalStorage } from 'node:async_hooks';

import type { FastifyInstance } from 'fastify';

/** Whether what a request reads may come from a read replica; decided anew as more is known of the request. */
interface ReadingPlace {
  fromReplica: boolean;
}

const places = new AsyncLocalStorage<ReadingPlace>();

/**
 * Addresses under which public and analysis reads lie. Answering a form, a reply, a link and signing in are about to write; health and
 * metrics are about the primary itself.
 */
const ONLY_LOOKED_AT = /^\/(open\/v1|fhir|manage\/v1)\//;

/** Remembers with each request where it may read: what is only looked at, on a replica. */
export function noteReadingPlaces(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ method, url }, _reply, done) => {
    places.run({ fromReplica: method === 'GET' && ONLY_LOOKED_AT.test(url) }, done);
  });
}

/** Says of the request at hand that it only reads (a GraphQL query), or that it does not. */
export function readFromReplica(may: boolean): void {
  const place = places.getStore();
  if (place !== undefined) place.fromReplica = may;
}

/** Does some work that reads where a request may that was asked elsewhere. */
export const readingFrom = <Value>(fromReplica: boolean, work: () => Value): Value =>
  places.run({ fromReplica }, work);

/** Whether the request at hand may read from a replica; work without a request may not. */
export const mayReadFromReplica = (): boolean => places.getStore()?.fromReplica === true;

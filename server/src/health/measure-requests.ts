import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Metrics } from './metrics.js';

/** Stands for every address that nobody declared: made-up addresses cannot fill the memory with labels. */
export const UNKNOWN_ROUTE = 'unknown';

/** The address of a request as it is declared, its places still open: what may be written down about it. */
export const routeOf = (request: Pick<FastifyRequest, 'routeOptions'>): string =>
  request.routeOptions.url ?? UNKNOWN_ROUTE;

/** Counts and times every request that reaches the routes. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, routeOf(request), reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { DomainError } from '../platform/domain-error.js';
import { sha256 } from '../platform/ids.js';
import { type Admission, isKnownVisitor, type RequestLimit, visitorOf } from '../platform/request-limit.js';

import { PUBLIC_ACTOR } from './actor.js';
import type { ActorRequest } from './request-of.js';

/** Links that lead nowhere, opened from one address within a minute: more is somebody who tries them out. */
export const UNKNOWN_LINKS_PER_MINUTE = 60;

/** What is counted once it is known who asks; the open data is counted before (`ready-answers.ts`). */
export interface AskedLimits {
  /** By person with an account. */
  readonly account: RequestLimit;
  /** By link: of a form, a reply, a question, an opt-out. */
  readonly link: RequestLimit;
  /** By address: links that were not good. */
  readonly unknownLink: RequestLimit;
}

const MEND = 'Wait as many seconds as Retry-After says, then go on where you were.';

/** Refuses what one account, one link, or somebody who tries links out asks too often. Comes after the session hook. */
export function limitRequests(
  server: Pick<FastifyInstance, 'addHook'>,
  { account, link, unknownLink }: AskedLimits,
  proxyAddress: string,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { actor } = request as unknown as ActorRequest;
    const token = tokenOf(request);
    const visitor = token === '' ? '' : visitorOf(request.raw, proxyAddress);
    const seconds = isKnownVisitor(visitor) ? unknownLink.wait(visitor) : 0;
    if (seconds > 0) {
      void reply.header('retry-after', String(seconds));
      refuse(request, reply, done, 'Too many links that do not work were opened from here within a minute.');
      return;
    }
    const isSignedIn = actor.id !== PUBLIC_ACTOR.id && actor.sessionId !== '';
    // What is left of a link is not said: links that are good and links that are not look the same.
    const asked = token === '' ? undefined : link.take(sha256(token));
    const taken = asked?.admitted === false || !isSignedIn ? asked : account.take(actor.id);
    if (taken !== undefined && (taken !== asked || !taken.admitted)) say(reply, taken);
    if (taken?.admitted !== false) done();
    else refuse(request, reply, done, 'Too many requests came within a minute.');
  });
  server.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode === 404 && tokenOf(request) !== '') {
      const visitor = visitorOf(request.raw, proxyAddress);
      if (isKnownVisitor(visitor)) unknownLink.take(visitor);
    }
    done();
  });
}

/** Says in the headers what is left. */
function say(reply: FastifyReply, { headers }: Admission): void {
  for (let at = 0; at < headers.length; at += 2) void reply.header(headers[at] ?? '', headers[at + 1] ?? '');
}

/** In the shape of the address: programs of ours read GraphQL's, pages and files go through the filters. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error: Error) => void,
  message: string,
): void {
  void reply.header('cache-control', 'no-store');
  if (request.routeOptions.url !== '/graphql') {
    done(new DomainError('TOO_MANY_REQUESTS', message, '', MEND));
    return;
  }
  const extensions = { code: 'TOO_MANY_REQUESTS', field: '', mend: MEND };
  void reply.status(429).send({ errors: [{ message, extensions }] });
}

function tokenOf({ params }: FastifyRequest): string {
  const { token } = (params ?? {}) as { token?: unknown };
  return typeof token === 'string' ? token : '';
}

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isRefused } from '../platform/ready-answers.js';
import { sendRefusal } from './send-refusal.js';

/** Lets a page of any site read an answer: the open data is for everybody, and no cookie is needed or sent. */
export const FOR_OTHER_SITES: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Content-Disposition, Link, RateLimit, RateLimit-Policy, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};

const METHODS = 'GET, HEAD';
/** Headers that make a browser ask first; the open data takes one of them, to send nothing twice. */
const ASKED_FIRST = {
  'access-control-allow-methods': METHODS,
  'access-control-allow-headers': 'If-None-Match',
};
/** How long a browser need not ask again, in seconds: a day. */
const REMEMBER = 86_400;

/** Everything that is for programs of other people: the open data and the FHIR endpoint. */
export const isOpenData = (url: string): boolean => OPEN.test(url.includes('%') ? spelt(url) : url);

const OPEN = /^\/(open\/v1|fhir)(?=[/?]|$)/;

/** `/%6fpen/v1` leads to the same routes, so it is the same address; what cannot be decoded leads nowhere. */
function spelt(url: string): string {
  try {
    return decodeURI(url.split('?')[0] ?? '');
  } catch {
    return url;
  }
}

const TOO_MANY: Problem = {
  code: 'TOO_MANY_REQUESTS',
  field: '',
  message: 'Too many requests have come from this address within a minute.',
  mend:
    'Wait as many seconds as Retry-After says. A whole round is one file (see /open/v1/rounds), and asking with ' +
    'If-None-Match costs little.',
};

/**
 * Opens the open data, and nothing else, to other sites' pages; answers their preliminary question itself, and tells them
 * when they ask too often (counted before the routes, in `ready-answers.ts`).
 */
export function openToOtherSites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!isOpenData(request.url)) {
    done();
    return;
  }
  void reply.headers(FOR_OTHER_SITES);
  if (isRefused(request.raw)) {
    void reply.header('cache-control', 'no-store');
    sendRefusal(request, reply, 429, TOO_MANY);
    return;
  }
  if (request.method === 'GET' || request.method === 'HEAD') {
    done();
  } else if (request.method === 'OPTIONS') {
    void reply
      .status(204)
      .headers({ ...ASKED_FIRST, allow: METHODS, 'access-control-max-age': REMEMBER })
      .send();
  } else {
    void reply.header('allow', METHODS);
    sendRefusal(request, reply, 405, {
      code: 'METHOD_NOT_ALLOWED',
      field: '',
      message: 'The open data can only be read.',
      mend: 'Use GET or HEAD.',
    });
  }
}

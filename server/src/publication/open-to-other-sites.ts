import type { FastifyReply, FastifyRequest } from 'fastify';

import { sendRefusal } from './send-refusal.js';

/** Lets a page of any site read an answer: the open data is for everybody, and no cookie is needed or sent. */
export const FOR_OTHER_SITES: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Content-Disposition, RateLimit, RateLimit-Policy, Retry-After',
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
export const isOpenData = (url: string): boolean => /^\/(open\/v1|fhir)(?=[/?]|$)/.test(url);

/** Opens the open data, and nothing else, to other sites' pages; answers their preliminary question itself. */
export function openToOtherSites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (!isOpenData(request.url)) {
    done();
    return;
  }
  void reply.headers(FOR_OTHER_SITES);
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

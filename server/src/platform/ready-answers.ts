import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { FastifyReply, FastifyRequest, FastifyServerFactory } from 'fastify';

import type { Clock } from './clock.js';
import { newId } from './ids.js';
import type { Admission } from './request-limit.js';

/** How long an answer is given again without asking anew, in milliseconds: bounds what only time changes. */
const LIFE_MS = 1000;
/** Distinct questions remembered at once; made-up addresses and headers cannot fill the memory. */
const MOST = 512;

/** How often anything has been stored that could be shown here; undefined where others write too, and nothing may be remembered. */
export interface Stored {
  readonly visibleCommits: number | undefined;
}

/** A question as it arrived, before the address is rewritten for the routes. */
interface Question {
  readonly key: string;
  readonly commits: number;
}

interface Answer {
  /** From when until when it may be given, in milliseconds since 1970; a clock that was put back is outside, too. */
  readonly since: number;
  readonly until: number;
  /** The address as it is declared, for those who count. */
  readonly route: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

type Arrived = IncomingMessage & { question?: Question; refused?: boolean };

/** Decides about a request before anything else does; undefined = nobody counts requests to this address. */
export type Gate = (request: IncomingMessage) => Admission | undefined;

/** Whether the gate has refused this request; the routes say so to the client. */
export const isRefused = (request: IncomingMessage): boolean => (request as Arrived).refused === true;

/** What belongs to one request only, and may not be given to the next. */
const OWN = /^(ratelimit|ratelimit-policy|retry-after|x-request-id)$/;
type Prepared = FastifyReply & { preparedBody?: Buffer };

/** Marks an answer as one that the same question may get again, until anything is stored that it could show. */
export function mayBeRepeated(reply: FastifyReply, body: Buffer): void {
  (reply as Prepared).preparedBody = body;
}

/**
 * Stands before the framework and gives the answer again that its routes gave to the very same question: the same
 * address, cookie and encodings, within a second, with nothing stored in between that it could show (a page that somebody is
 * typing is in none). The route, with its guard, has decided; nothing is decided here. Where several instances write
 * (PostgreSQL) every question goes to the routes.
 */
export class ReadyAnswers {
  private stored: Stored = { visibleCommits: undefined };
  private clock: Clock | undefined;
  private onGiven: (route: string) => void = () => undefined;
  private answers = new Map<string, Answer>();
  private commits = -1;

  constructor(private readonly gate: Gate = () => undefined) {}

  /**
   * Begins to remember; before, everything goes to the routes.
   * @param onGiven told of each answer that is given again: no hook of the routes sees it
   */
  open(stored: Stored, clock: Clock, onGiven: (route: string) => void): void {
    this.stored = stored;
    this.clock = clock;
    this.onGiven = onGiven;
  }

  /** The server in front of the routes, with the same limits as the framework would set. */
  readonly serverFactory: FastifyServerFactory = (toRoutes, options): Server => {
    const server = createServer((request: Arrived, reply) => {
      const { admitted = true, headers = [] } = this.gate(request) ?? {};
      if (admitted && this.answer(request, reply, headers)) return;
      for (let at = 0; at < headers.length; at += 2)
        reply.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
      if (!admitted) request.refused = true;
      toRoutes(request, reply);
    });
    const { keepAliveTimeout, connectionTimeout } = options as Readonly<Record<string, number | undefined>>;
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (connectionTimeout !== undefined) server.setTimeout(connectionTimeout);
    return server;
  };

  /** Remembers what a route has sent, when it said that it may be repeated. */
  keep({ raw, routeOptions }: FastifyRequest, reply: FastifyReply): void {
    const { question } = raw as Arrived;
    const { preparedBody: body } = reply as Prepared;
    if (question === undefined || body === undefined || this.clock === undefined) return;
    const sent = reply.getHeaders();
    if (reply.statusCode !== 200 || Number(sent['content-length']) !== body.length) return;
    if (question.commits !== this.stored.visibleCommits || sent['set-cookie'] !== undefined) return;
    this.forgetOutdated(question.commits);
    const headers = Object.entries(sent)
      .filter(([name]) => !OWN.test(name))
      .flatMap(([name, value]) => [name, String(value)]);
    const since = this.clock.milliseconds();
    const until = since + LIFE_MS;
    this.answers.set(question.key, { since, until, route: routeOptions.url ?? '', headers, body });
  }

  private answer(request: Arrived, reply: ServerResponse, own: readonly string[]): boolean {
    const { visibleCommits: commits } = this.stored;
    if (request.method !== 'GET' || commits === undefined || this.clock === undefined) return false;
    const { headers } = request;
    const key = `${request.url}\n${headers.host}\n${headers.cookie ?? ''}\n${headers['accept-encoding'] ?? ''}`;
    const known = this.commits === commits ? this.answers.get(key) : undefined;
    // Who has a copy already is answered by the routes, which compare it.
    const now = this.clock.milliseconds();
    if (
      known === undefined ||
      now < known.since ||
      now >= known.until ||
      headers['if-none-match'] !== undefined
    ) {
      if (headers['if-none-match'] === undefined) request.question = { key, commits };
      return false;
    }
    reply.writeHead(200, known.headers.concat(own, 'x-request-id', newId()));
    reply.end(known.body);
    this.onGiven(known.route);
    return true;
  }

  private forgetOutdated(commits: number): void {
    if (this.commits === commits && this.answers.size < MOST) return;
    this.answers = new Map();
    this.commits = commits;
  }
}

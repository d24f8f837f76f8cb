import { timingSafeEqual } from 'node:crypto';

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';

import { MONITOR_ACTOR, PUBLIC_ACTOR } from './access/actor.js';
import { type AskedLimits, limitRequests, UNKNOWN_LINKS_PER_MINUTE } from './access/limit-requests.js';
import type { ActorRequest } from './access/request-of.js';
import { sessionTokenOf } from './access/session-cookie.js';
import { SessionService } from './access/session.service.js';
import { AppModule } from './app.module.js';
import { noteReadingPlaces } from './database/reading-place.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { acceptFrameUploads } from './frame/frame-upload.js';
import { readOperations, takeOperations } from './graphql/persisted-operations.js';
import { measureRequests } from './health/measure-requests.js';
import { Metrics } from './health/metrics.js';
import { Stopping } from './health/stopping.js';
import { traceRequests } from './health/traces.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { acceptInterchangeBodies } from './instrument/interchange/interchange-bodies.js';
import { EveryFailureFilter } from './pages/every-failure.filter.js';
import { PageRenderer } from './pages/page-renderer.js';
import { RespondErrorFilter } from './pages/respond-error.filter.js';
import { respondAddress } from './pages/respond-address.js';
import { answerUnreadable } from './pages/unreadable-address.js';
import { newId, sha256 } from './platform/ids.js';
import { createLogger, NestLogger } from './platform/logger.js';
import { LimitKeys } from './platform/limits/limit-keys.js';
import { SharedCounts } from './platform/limits/shared-counts.js';
import { ReadyAnswers } from './platform/ready-answers.js';
import { RequestLimit, visitorOf } from './platform/request-limit.js';
import { SharedTime } from './platform/shared-time.js';
import { isOpenData, openToOtherSites } from './publication/open-to-other-sites.js';

const BODY_LIMIT = 256 * 1024;
/** How long a stop waits for answers that are being sent, such as a large export. */
const STOP_MS = 20_000;

/** What tests may put in the place of the real thing: the clock, and nothing we own. */
export interface AppOverrides {
  readonly clock?: Clock;
}

/** Builds the whole product from its settings; it does not listen yet. */
export async function createApp(
  config: Config,
  overrides: AppOverrides = {},
): Promise<NestFastifyApplication> {
  const operations = readOperations(config);
  const logger = createLogger(config);
  // Until the database can be asked what time it is, which is before anybody is answered.
  let time: Pick<Clock, 'milliseconds'> = overrides.clock ?? new Clock();
  const limits = makeLimits(config, { milliseconds: () => time.milliseconds() });
  const ready = new ReadyAnswers((request) =>
    isOpenData(request.url ?? '') ? limits.open.take(visitorOf(request, config.proxyAddress)) : undefined,
  );
  const headers = await securityHeaders(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, logger, overrides.clock),
    new FastifyAdapter({
      bodyLimit: BODY_LIMIT,
      trustProxy: config.proxyAddress === '' ? false : config.proxyAddress,
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
        void reply.headers(headers);
        void answerUnreadable(error, request, reply, app.get(PageRenderer));
      },
      genReqId: newId,
      // A stop finishes what it began: connections without a request are closed at once, the others after their answer.
      forceCloseConnections: 'idle',
      serverFactory: ready.serverFactory,
      rewriteUrl: ({ url = '/' }) => respondAddress(url),
    }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  time = app.get(SharedTime);
  await app.register(cookie);
  fastifyOf(app).addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  fastifyOf(app).addHook('onRequest', openToOtherSites);
  // Nobody sends compressed forms, so no request is looked through for them (nor can one unpack into gigabytes).
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, globalDecompression: false });
  const endTraces =
    config.tracesUrl === ''
      ? undefined
      : traceRequests(fastifyOf(app), app.get(UnitOfWork), config.tracesUrl);
  const metrics = app.get(Metrics);
  measureRequests(fastifyOf(app), metrics);
  addSessionHook(app, config);
  limitRequests(fastifyOf(app), limits, config.proxyAddress);
  takeOperations(fastifyOf(app), operations, config);
  if (config.replicaDatabaseUrl !== '') noteReadingPlaces(fastifyOf(app));
  // On SQLite there is one instance, and its memory is all there is to share.
  const shared = config.databaseUrl === '' ? undefined : shareLimits(app, limits, logger);
  endInTime(app, () => Promise.all([shared?.end(), endTraces?.()]));
  acceptFrameUploads(fastifyOf(app));
  ready.open(app.get(UnitOfWork), app.get(Clock), (route) => metrics.repeat(route));
  fastifyOf(app).addHook('onResponse', (request, reply, done) => {
    ready.keep(request, reply);
    done();
  });
  acceptInterchangeBodies(app);
  app.useGlobalFilters(new EveryFailureFilter(logger, app.get(RespondErrorFilter)));
  app.enableShutdownHooks();
  return app;
}

/**
 * The security headers of every answer: those that helmet sets, asked of it once. In the chain of every request it
 * would read its settings anew each time, although they cannot change while the product runs.
 */
async function securityHeaders(config: Config): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  let headers: Record<string, string> = {};
  probe.get('/', async (_request, reply) => {
    headers = Object.fromEntries(
      Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]),
    );
    return '';
  });
  await probe.inject('/');
  await probe.close();
  return headers;
}

type Limits = AskedLimits & { readonly open: RequestLimit };

function makeLimits(config: Config, clock: Pick<Clock, 'milliseconds'>): Limits {
  const { openRequestsPerMinute: open, linkRequestsPerMinute: link } = config;
  return {
    open: new RequestLimit('open', open, clock),
    account: new RequestLimit('account', config.accountRequestsPerMinute, clock),
    link: new RequestLimit('link', link, clock),
    unknownLink: new RequestLimit('unknown-link', link === 0 ? 0 : UNKNOWN_LINKS_PER_MINUTE, clock),
  };
}

/** Lets the limits of a minute hold for all instances on the same database. */
function shareLimits(app: NestFastifyApplication, limits: Limits, logger: Logger): SharedCounts {
  const named = Object.values(limits).filter(({ counts }) => counts.most > 0);
  return new SharedCounts(new Map(named.map(({ name, counts }) => [name, counts])), {
    unitOfWork: app.get(UnitOfWork),
    reader: app.get(DataSource),
    keys: app.get(LimitKeys),
    time: app.get(SharedTime),
    logger,
  });
}

const fastifyOf = (app: NestFastifyApplication) => app.getHttpAdapter().getInstance();

/** Gives every request its actor before any route, guard or resolver sees it. */
function addSessionHook(app: NestFastifyApplication, config: Config): void {
  const sessions = app.get(SessionService);
  fastifyOf(app).addHook('onRequest', (request: FastifyRequest, reply, done) => {
    void reply.header('x-request-id', request.id);
    const token = sessionTokenOf(request, config);
    if (token === undefined) {
      (request as ActorRequest).actor = isMonitor(request, config.metricsToken)
        ? MONITOR_ACTOR
        : PUBLIC_ACTOR;
      done();
      return;
    }
    sessions.actorOf(token).then((actor) => {
      (request as ActorRequest).actor = actor === PUBLIC_ACTOR ? actor : { ...actor, requestId: request.id };
      done();
    }, done);
  });
}

/**
 * Whether a request shows the secret of the monitor, at the one address that it opens: elsewhere its permission would also
 * start checks of the audit trail. Compared in a time that says nothing of the secret.
 */
function isMonitor({ headers, routeOptions }: FastifyRequest, metricsToken: string): boolean {
  const shown = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (shown === undefined || metricsToken === '' || routeOptions.url !== '/metrics') return false;
  return timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(metricsToken)));
}

/** Ends a stop that somebody on a slow line would hold up; `end` follows the last answer. */
function endInTime(app: NestFastifyApplication, end: () => Promise<unknown>): void {
  const { server } = fastifyOf(app);
  let timer: NodeJS.Timeout | undefined;
  const stopping = app.get(Stopping);
  // What was asked before the stop is answered, and its connection ends: one that is kept for a next question would hold up the stop.
  fastifyOf(app).addHook('onSend', (_request, reply, payload, done) => {
    if (stopping.begun) void reply.header('connection', 'close');
    done(null, payload);
  });
  fastifyOf(app).addHook('preClose', (done) => {
    timer = setTimeout(() => server.closeAllConnections(), STOP_MS);
    timer.unref();
    done();
  });
  fastifyOf(app).addHook('onClose', async () => {
    clearTimeout(timer);
    await end();
  });
}

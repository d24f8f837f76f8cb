import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import type { ActorRequest } from './access/request-of.js';
import { SESSION_COOKIE, SessionService } from './access/session.service.js';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { ErrorFilter } from './platform/error.filter.js';
import { createLogger, NestLogger } from './platform/logger.js';

const BODY_LIMIT = 256 * 1024;

/** What tests may put in the place of the real thing: the clock, and nothing we own. */
export interface AppOverrides {
  readonly clock?: Clock;
}

/** Builds the whole product from its settings; it does not listen yet. */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<NestFastifyApplication> {
  const logger = createLogger(config);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, logger, overrides.clock),
    new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: false }),
    { logger: new NestLogger(logger), abortOnError: false, forceCloseConnections: true },
  );
  await app.register(cookie);
  await app.register(helmet, {
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
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  addSessionHook(app);
  app.useGlobalFilters(new ErrorFilter(logger));
  app.enableShutdownHooks();
  return app;
}

/** Gives every request its actor before any route, guard or resolver sees it. */
function addSessionHook(app: NestFastifyApplication): void {
  const sessions = app.get(SessionService);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request: FastifyRequest) => {
      (request as ActorRequest).actor = await sessions.actorOf(request.cookies[SESSION_COOKIE]);
    });
}

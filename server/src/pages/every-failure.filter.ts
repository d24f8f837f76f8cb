import { type ArgumentsHost, Catch } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { ErrorFilter } from '../platform/error.filter.js';
import { isRespondAddress } from './respond-address.js';
import type { RespondErrorFilter } from './respond-error.filter.js';

/**
 * The last filter of all: a failure before any route was reached (a form that is too large, an address that leads
 * nowhere) is a page where people answer, and data everywhere else.
 */
@Catch()
export class EveryFailureFilter extends ErrorFilter {
  constructor(
    logger: Logger,
    private readonly respond: RespondErrorFilter,
  ) {
    super(logger);
  }

  override catch(error: unknown, host: ArgumentsHost): void | Promise<void> {
    const isPage =
      host.getType<'http' | 'graphql'>() !== 'graphql' &&
      isRespondAddress(host.switchToHttp().getRequest<FastifyRequest>().url);
    return isPage ? this.respond.catch(error, host) : super.catch(error, host);
  }
}

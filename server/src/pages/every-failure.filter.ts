import { type ArgumentsHost, Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { ErrorFilter, logFailure, toProblem } from '../platform/error.filter.js';
import { isFhir, sendRefusal } from '../publication/send-refusal.js';
import { isRespondAddress } from './respond-address.js';
import type { RespondErrorFilter } from './respond-error.filter.js';

/**
 * The last filter of all: a failure before any route was reached (a form that is too large, an address that leads
 * nowhere) is a page where people answer, an OperationOutcome for FHIR clients, and a problem everywhere else.
 */
@Catch()
export class EveryFailureFilter extends ErrorFilter {
  constructor(
    private readonly log: Logger,
    private readonly respond: RespondErrorFilter,
  ) {
    super(log);
  }

  override catch(error: unknown, host: ArgumentsHost): void | Promise<void> {
    if (host.getType<'http' | 'graphql'>() === 'graphql') return super.catch(error, host);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (isRespondAddress(request.url)) return this.respond.catch(error, host);
    if (!isFhir(request.url)) return super.catch(error, host);
    logFailure(this.log, error, request);
    const { status, problem } = toProblem(error);
    const reply = http.getResponse<FastifyReply>();
    if (!reply.sent) sendRefusal(request, reply, status, problem);
  }
}

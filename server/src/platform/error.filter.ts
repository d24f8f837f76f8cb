import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { isUniqueViolation, violatedKey } from '../database/is-unique-violation.js';
import { isDatabaseGone, RETRY_AFTER_S } from './database-gone.js';
import { DomainError, STATUS_OF } from './domain-error.js';
import { isHangUp } from './hang-up.js';
import { LOGGER } from './logger.js';

/** What a stranger is told of a failure of the product itself: nothing of its inside. */
export const INTERNAL_PROBLEM: Problem = {
  code: 'INTERNAL',
  field: '',
  message: 'Something went wrong on our side; nothing was stored.',
  mend: 'Try again. If it happens again, tell the survey lead when it happened.',
};

/** What is answered to something that was thrown. */
interface Answered {
  readonly status: number;
  readonly problem: Problem;
}

/** Two did the same at the same moment, and a key that both would have used went to the other: not a failure. */
const SAME_MOMENT: Problem = {
  code: 'CONFLICT',
  field: '',
  message: 'Somebody else did the same at the same moment; nothing of yours was stored.',
  mend: 'Look again before you repeat it: it may be done already.',
};

/** The database is away or full. Nothing is told of why. */
const UNAVAILABLE_PROBLEM: Problem = {
  code: 'STORAGE_UNAVAILABLE',
  field: '',
  message: 'The store cannot be reached just now; nothing was stored.',
  mend: 'Try again in a few seconds.',
};

/** What goes with a status: when to ask again, where that is soon. */
export const headersFor = (status: number): Record<string, string> =>
  status === 503 ? { 'retry-after': String(RETRY_AFTER_S) } : {};

/**
 * Turns every exception into one shape, `{code, field, message, mend}`. Refusals of ours are logged at info; what we
 * did not expect is logged in full and answered without detail.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL shapes its errors in `format-error.ts`; here they only pass through.
    if (host.getType<'http' | 'graphql'>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    logFailure(this.logger, error, host.switchToHttp().getRequest<FastifyRequest>());
    const { status, problem } = toProblem(error);
    if (!reply.sent)
      void reply
        .status(status)
        .headers(headersFor(status))
        .header('content-type', 'application/json; charset=utf-8')
        .send(problem);
  }
}

/** Refusals at info, a key that was there already at warn, what was not expected in full, and at debug that the client went away before it had its answer. */
export function logFailure(logger: Logger, error: unknown, request: FastifyRequest): void {
  // The address as it is declared: what was asked for may hold a token.
  const where = { requestId: request.id, method: request.method, route: request.routeOptions.url };
  if (isHangUp(error, request.raw.socket)) logger.debug({ ...where, err: error }, 'the client hung up');
  else logThrown(logger, error, where);
}

/** The same for what was thrown anywhere; @param where what is known of the request, nothing that it asked for */
export function logThrown(logger: Logger, error: unknown, where: object): void {
  const { status, problem } = toProblem(error);
  if (status >= 500) logger.error({ ...where, err: error }, 'request failed');
  // Two at the same moment are rare: a key that appears here again and again is a fault of ours.
  else if (isUniqueViolation(error))
    logger.warn({ ...where, code: problem.code, key: violatedKey(error) }, 'a key was there already');
  else logger.info({ ...where, code: problem.code, field: problem.field }, problem.message);
}

/** The status and the public shape of what the product means when it throws it; undefined = nobody expected it. */
export function knownProblem(error: unknown): Answered | undefined {
  if (error instanceof DomainError) {
    const { code, field, message, mend } = error;
    return { status: error.status, problem: { code, field, message, mend } };
  }
  if (isUniqueViolation(error)) return { status: STATUS_OF.CONFLICT, problem: SAME_MOMENT };
  if (isDatabaseGone(error)) return { status: 503, problem: UNAVAILABLE_PROBLEM };
  return undefined;
}

/** The status and the public shape of any thrown value. */
export function toProblem(error: unknown): Answered {
  const known = knownProblem(error);
  if (known !== undefined) return known;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404)
    return {
      status,
      problem: {
        code: 'NOT_FOUND',
        field: '',
        message: 'There is nothing at this address.',
        mend: 'Check the address.',
      },
    };
  if (status === 413)
    return {
      status,
      problem: {
        code: 'TOO_LARGE',
        field: '',
        message: 'The request is too large.',
        mend: 'Send less at once.',
      },
    };
  if (status >= 400 && status < 500)
    return {
      status,
      problem: {
        code: 'BAD_INPUT',
        field: '',
        message: 'The request could not be read.',
        mend: 'Check its form and send it again.',
      },
    };
  return { status: 500, problem: INTERNAL_PROBLEM };
}

/** Fastify's own errors (unreadable body, wrong media type) carry a `statusCode`. */
const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;

import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

import type { Config } from './config.js';

/** Names under which a value is never written, wherever it stands in what is logged. */
const SECRET = ['token', 'cookie', 'authorization', 'password', 'email', 'recipient', 'address'];

/** Letters that wait for a destination that takes nothing; what comes then is dropped. */
const MOST_WAITING = 1024 * 1024;

/**
 * Where the log goes: standard error, or another open file. A log that cannot be written, because it lies on the disk that is
 * full, must not end the product: nobody would be told that nothing can be stored, and public reading would end too.
 */
export function logDestination(descriptor = 2): DestinationStream {
  const destination = pino.destination({ dest: descriptor, minLength: 0, maxLength: MOST_WAITING });
  destination.on('error', () => undefined);
  return destination;
}

/** One JSON line an event on standard error; addresses of people and tokens are never logged. */
export const createLogger = (
  config: Pick<Config, 'logLevel'>,
  destination: DestinationStream = logDestination(),
): Logger =>
  pino(
    {
      level: config.logLevel,
      base: undefined,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[kept back]' },
      serializers: { err: toLogged, error: toLogged },
    },
    destination,
  );

/** Codes of SQL for a value that does not fit: PostgreSQL quotes it in its message (`invalid input syntax for …: "…"`). */
const QUOTES_A_VALUE = /^22[0-9A-Z]{3}$/;
const UNFIT = 'a value does not fit its column';

/** What of a failure is written down. */
export interface Logged {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: Logged;
}

/**
 * What of a failure is written down: its kind, its message, where it happened. A failed statement also carries the values
 * that it was given, and the database's remarks on them; those may be names, addresses and answers, and stay out.
 */
export function toLogged(failure: unknown): Logged {
  const code = codeOf(failure);
  if (!(failure instanceof Error))
    return { type: typeof failure, message: '', ...(code !== undefined && { code }) };
  const { name, message, stack, cause } = failure;
  const told = code !== undefined && QUOTES_A_VALUE.test(code) ? UNFIT : message;
  return {
    type: name,
    message: told,
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack: stack.replaceAll(message, told) }),
    ...(cause instanceof Error && { cause: toLogged(cause) }),
  };
}

/** Errors of a thread may come without being errors any more; their code is left. */
function codeOf(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) return undefined;
  return typeof failure.code === 'string' ? failure.code : undefined;
}

/** Lets Nest write through the product's log; its chatter at start is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(
      { rest },
      message instanceof Error ? (message.stack ?? message.message) : String(message),
    );
  }
  warn(message: unknown): void {
    this.logger.warn(String(message));
  }
  debug(message: unknown): void {
    this.logger.debug(String(message));
  }
  verbose(message: unknown): void {
    this.logger.trace(String(message));
  }
}

/** Injection token of the log. */
export const LOGGER = Symbol('logger');

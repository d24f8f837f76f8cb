import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

import type { Config } from './config.js';

/** One JSON line an event on standard error; addresses of people and tokens are never logged. */
export const createLogger = (config: Pick<Config, 'logLevel'>): Logger =>
  pino(
    { level: config.logLevel, base: undefined, redact: ['req.headers.cookie', 'token'] },
    pino.destination(2),
  );

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

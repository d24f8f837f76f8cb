import { isFromDatabase } from '../database/from-database.js';

/** What a socket says. The same is said of a mail server or an identity provider, so it counts on the way to the database only. */
const SOCKET = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN'.split(' '),
);
/** What PostgreSQL says while it stops or comes up; 08 is its class of lost connections. */
const STOPPING = /^(57P0[123]|08\w{3})$/;
/** What either engine says when it is there and cannot store: full, out of connections, read-only. */
const CANNOT_STORE = /^(53[13]00|25006|SQLITE_(FULL|BUSY|READONLY|IOERR\w*))$/;
/** The driver gives no code for a connection that broke or could not be had in time. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Driver not Connected)/;

/** Seconds after which it is worth to try again. */
export const RETRY_AFTER_S = 5;

/** Whether a failure only says that the database cannot be used just now; nothing was stored then, unless it came at a commit. */
export const isDatabaseGone = (error: unknown): boolean =>
  isConnectionLost(error) || some(error, ({ code }) => typeof code === 'string' && CANNOT_STORE.test(code));

/** Whether the connection to the database is not there (any more): what was under way may have been done or not. */
export const isConnectionLost = (error: unknown): boolean =>
  some(error, ({ code, message }, isDriverError) => {
    if (typeof message === 'string' && WORDS.test(message)) return true;
    if (typeof code !== 'string') return false;
    return STOPPING.test(code) || (isDriverError && SOCKET.has(code));
  });

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
}

/** Looks at an error and at what the driver said that it was made from. */
function some(
  error: unknown,
  test: (error: Failure, isOfDatabase: boolean) => boolean,
  isInner = false,
): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { driverError } = error as Failure;
  if (test(error, isInner || isFromDatabase(error))) return true;
  return driverError !== error && some(driverError, test, true);
}

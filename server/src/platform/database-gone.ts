/** What PostgreSQL and the way to it say while the server is away, stopping or coming up. */
const CODES = new Set(
  (
    'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN ' +
    '57P01 57P02 57P03 53300 53100 25006 SQLITE_FULL SQLITE_BUSY SQLITE_IOERR SQLITE_READONLY'
  ).split(' '),
);
/** The driver gives no code for a connection that broke or could not be had in time. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Driver not Connected)/;

/** Seconds after which it is worth to try again. */
export const RETRY_AFTER_S = 5;

/** Whether a failure only says that the database cannot be used just now; nothing was stored then. */
export function isDatabaseGone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, driverError, message } = error as {
    code?: unknown;
    driverError?: unknown;
    message?: unknown;
  };
  if (typeof code === 'string' && (CODES.has(code) || /^08|^SQLITE_IOERR/.test(code))) return true;
  if (typeof message === 'string' && WORDS.test(message)) return true;
  return driverError !== error && isDatabaseGone(driverError);
}

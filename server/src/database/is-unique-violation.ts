import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because a row with the same key was there already, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const code: unknown = 'code' in error.driverError ? error.driverError.code : undefined;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/**
 * Which key it was: the constraint's name on PostgreSQL, table and columns on SQLite, which does not say the name. Never a
 * value; '' = the engine did not say.
 */
export function violatedKey(error: unknown): string {
  if (!(error instanceof QueryFailedError)) return '';
  const { constraint, message } = error.driverError as { constraint?: unknown; message?: unknown };
  if (typeof constraint === 'string') return constraint;
  return /^UNIQUE constraint failed: ([\w., ]+)$/.exec(String(message))?.[1] ?? '';
}

import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because a row with the same key was there already, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const code: unknown = 'code' in error.driverError ? error.driverError.code : undefined;
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

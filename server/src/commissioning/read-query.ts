import { DomainError } from '../platform/domain-error.js';

/** What stands behind the question mark, as it came. */
export type AskedQuery = Readonly<Record<string, unknown>>;

/**
 * One value of a query; null = absent.
 * @throws DomainError BAD_INPUT where a name is given twice or its value is too long to be meant
 */
export function readOne(query: AskedQuery, name: string, longest: number): string | null {
  const value = query[name];
  if (value === undefined) return null;
  if (typeof value !== 'string')
    throw new DomainError('BAD_INPUT', `“${name}” is given more than once.`, name, 'Give it once.');
  if (value.length > longest)
    throw new DomainError('BAD_INPUT', `“${name}” is too long.`, name, `Use at most ${longest} letters.`);
  return value;
}

import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';

import { DomainError } from '../platform/domain-error.js';

/** What a rule accepted. @throws DomainError BAD_INPUT with the first problem */
export function orRefuse<Value>(result: Result<Value, Problem>): Value {
  if (result.ok) return result.value;
  const [first] = result.problems;
  const more = result.problems.length - 1;
  throw new DomainError(
    'BAD_INPUT',
    `${first?.message ?? ''}${more > 0 ? ` And ${more} more.` : ''}`,
    first?.field,
    first?.mend,
  );
}

export const notFound = (what: string, field: string): DomainError =>
  new DomainError('NOT_FOUND', `There is no such ${what}.`, field, 'Load the list again.');

export const stale = (what: string): DomainError =>
  new DomainError(
    'CONFLICT',
    `Somebody saved this ${what} in between; nothing was overwritten.`,
    'expectedRevision',
    'Load it again and repeat your change.',
  );

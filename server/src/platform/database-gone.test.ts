import { expect, it } from 'vitest';

import { isDatabaseGone } from './database-gone.js';

it.each([
  [{ code: 'ECONNREFUSED' }, true],
  [{ message: 'query failed', driverError: { code: '57P01' } }, true],
  [{ driverError: { code: '08006' } }, true],
  [new Error('Connection terminated unexpectedly'), true],
  [{ driverError: { code: 'SQLITE_FULL' } }, true],
  [{ driverError: { code: '23505' } }, false],
  [{ driverError: { code: 'SQLITE_CONSTRAINT_UNIQUE' } }, false],
  [new TypeError('x is not a function'), false],
  [null, false],
])('%o: the database is away = %s', (error, gone) => expect(isDatabaseGone(error)).toBe(gone));

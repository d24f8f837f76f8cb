import { QueryFailedError } from 'typeorm';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect, it } from 'vitest';

import { WatchedClient } from '../database/from-database.js';
import { isConnectionLost, isDatabaseGone } from './database-gone.js';

const coded = (code: string): Error => Object.assign(new Error('failed'), { code });

it.each([
  // [what was thrown, the database is away, what was under way may have been done]
  [new QueryFailedError('COMMIT', [], coded('ECONNRESET')), true, true],
  [{ message: 'query failed', driverError: { code: '57P01' } }, true, true],
  [{ driverError: { code: '08006' } }, true, true],
  [new Error('Connection terminated unexpectedly'), true, true],
  [{ driverError: { code: 'SQLITE_FULL' } }, true, false],
  [{ driverError: { code: '53100' } }, true, false],
  [{ driverError: { code: '23505' } }, false, false],
  [{ driverError: { code: 'SQLITE_CONSTRAINT_UNIQUE' } }, false, false],
  // A mail server or an identity provider that does not answer is not the database.
  [coded('ECONNREFUSED'), false, false],
  [Object.assign(new TypeError('fetch failed'), { cause: coded('ECONNREFUSED') }), false, false],
  [new TypeError('x is not a function'), false, false],
  [null, false, false],
])('%o: the database is away = %s, lost meanwhile = %s', (error, gone, lost) =>
  expect([isDatabaseGone(error), isConnectionLost(error)]).toEqual([gone, lost]),
);

it('knows a connection to the database that is refused', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const error: unknown = await new WatchedClient({
    host: '127.0.0.1',
    port,
    user: 'nobody',
    database: 'none',
  })
    .connect()
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  expect(isDatabaseGone(error)).toBe(true);
});

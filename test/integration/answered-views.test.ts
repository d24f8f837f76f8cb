import { afterAll, beforeAll, expect, it } from 'vitest';

import { answeredViews } from '../../server/src/fieldwork/mailing/answered-views.js';
import { startServer, type TestServer } from '../support/start-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it('knows of no answers where it is asked about no hospital, and of some where it is asked about all', async () => {
  const { manager } = server.reader;
  expect((await answeredViews(manager, 'demo-2026', [])).size).toBe(0);
  expect((await answeredViews(manager, 'demo-2026')).size).toBeGreaterThan(0);
});

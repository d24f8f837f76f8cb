import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('an address that cannot be decoded', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  it.each(['/areas/%E0%A4%A', '/%', '/hospitals/RW603%ZZ?x=1'])(
    '%s is a page for a browser',
    async (path) => {
      const { status, headers, body } = await rawGet(server.url + path, BROWSER);
      expect([status, headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
      expect(body.toString()).toMatch(/<h1[^>]*>\s*Page not found/);
      expect(body.toString()).toContain('href="/"');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    },
  );

  it.each([
    ['/open/v1/rounds/%E0%A4%A/summary.json', BROWSER],
    ['/areas/%E0%A4%A', { accept: 'application/json' }],
    ['/areas/%E0%A4%A', {}],
  ])('%s with %o is a problem for programs', async (path, asked) => {
    const { status, body } = await rawGet(server.url + path, asked);
    expect(status).toBe(400);
    expect(JSON.parse(body.toString())).toMatchObject({ code: 'BAD_INPUT', mend: expect.any(String) });
  });
});

import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

describe('the address in links of open data', () => {
  let server: TestServer;
  let port: string;
  beforeAll(async () => {
    server = await startServer();
    ({ port } = new URL(server.url));
  });
  afterAll(() => server.stop());

  /** What an address answers to somebody whose browser says that it asks this host. */
  const asked = (path: string, host: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
        let text = '';
        answer.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
        answer.on('end', () => resolve(text));
      });
      sent.on('error', reject);
      sent.end();
    });
  const PATHS = [
    '/open/v1',
    '/open/v1/collections',
    '/open/v1/collections/hospitals/items?limit=1',
    '/open/v1/openapi.json',
    '/fhir/metadata',
    '/fhir/Location?_count=1',
    '/open/v1/rounds/2017-18/releases',
  ];

  it.each(PATHS)('%s: is the one that was asked, each time', async (path) => {
    for (const name of ['localhost', '127.0.0.1', 'localhost'])
      expect(await asked(path, `${name}:${port}`), name).toContain(`http://${name}:${port}/`.slice(0, -1));
    expect(await asked(path, `localhost:${port}`)).not.toContain('http://127.0.0.1');
  });

  it.each(PATHS)('%s: is never one that only the head of a request names', async (path) => {
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}@evil.example`])
      expect(await asked(path, host)).not.toContain('evil.example');
  });
});

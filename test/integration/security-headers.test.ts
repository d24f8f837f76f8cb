import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

/** A directive of the content security policy, by its name. */
const directive = (policy: string, name: string): string =>
  policy
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name} `))
    ?.slice(name.length + 1) ?? '';

/** Answers of every kind: page, file, open data, refusal, interface, answering page. */
const PLACES = [
  '/',
  '/hospitals/RW603',
  '/open/v1/rounds',
  '/open/v1/rounds/2017-18/summary.json',
  '/fhir/metadata',
  '/graphql',
  '/health/live',
  '/metrics',
  '/nowhere/at/all',
  '/respond/nobodys-token-nobodys-token',
  '/%zz',
];

describe('security headers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined, PUBLIC_URL: 'https://atlas.example' });
  });
  afterAll(() => server.stop());

  it.each(PLACES)('of %s let a browser run nothing but what the product serves', async (place) => {
    const { headers } = await server.get(place);
    const policy = headers.get('content-security-policy') ?? '';
    for (const name of ['default-src', 'script-src', 'style-src', 'connect-src', 'form-action'])
      expect(directive(policy, name)).toBe("'self'");
    for (const name of ['object-src', 'base-uri']) expect(directive(policy, name)).toBe("'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(directive(policy, 'frame-ancestors')).toBe("'self'");
  });

  it.each(PLACES)('of %s keep type, transport and referrer', async (place) => {
    const { headers } = await server.get(place);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(
      /^(strict-origin-when-cross-origin|no-referrer|same-origin)$/,
    );
    expect(headers.get('strict-transport-security')).toMatch(
      /^max-age=(3153\d{4}|[4-9]\d{7,}); includeSubDomains/,
    );
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  it.each(['{ viewer { demo } }', '{ noSuchField }', '{ release(roundId: "nowhere") { number } }'])(
    'say of the answer to %s that nobody may keep it',
    async (query) => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('let other sites frame the map for embedding and nothing else', async () => {
    const { headers } = await server.get('/embed/map');
    expect(directive(headers.get('content-security-policy') ?? '', 'frame-ancestors')).toBe('*');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it('give the session only to TLS when people reach the product by it', async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation { signInToDemo(role: survey_lead) { signedIn } }' }),
    });
    const given = answer.headers.get('set-cookie') ?? '';
    expect(given).toMatch(/; Secure/);
    // The prefix holds a browser to it: this host, over TLS, for every path.
    expect(given).toMatch(/^__Host-la_session=[^;]+;.*Path=\/;/);
    expect(given).not.toMatch(/Domain=/i);
    const [cookie = ''] = given.split(';');
    const mine = (shown: string) => server.get('/manage/v1/rounds/demo-2026/live.geojson', { cookie: shown });
    expect((await mine(cookie)).status).toBe(200);
    expect((await mine(cookie.replace('__Host-', ''))).status).toBe(403);
  });

  it('nothing is traced back to whoever asks', async () => {
    const { hostname, port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, method: 'TRACE', path: '/' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('are without transport security where there is none', async () => {
    const plain = await startServer({ CLIENT_DIR: '' });
    try {
      expect((await plain.get('/open/v1/rounds')).headers.get('strict-transport-security')).toBeNull();
    } finally {
      await plain.stop();
    }
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { rawGet } from '../support/raw-get.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const SUMMARY = '/open/v1/rounds/2017-18/summary.json';
const MINUTE = 60_000;

describe('who asks too often', () => {
  const clock = new TestClock();
  let now = Date.parse('2026-11-22T10:00:00.000Z');
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    clock.set(new Date(now).toISOString());
  };
  let server: TestServer;
  beforeAll(async () => {
    pass(0);
    server = await startServer({ OPEN_REQUESTS_PER_MINUTE: '4', PROXY_ADDRESS: '127.0.0.1' }, { clock });
  });
  afterEach(() => pass(2 * MINUTE));
  afterAll(() => server.stop());

  const ask = (path: string, from: string): ReturnType<typeof rawGet> =>
    rawGet(server.url + path, { 'x-forwarded-for': from });
  const statuses = async (path: string, from: string, times: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let each = 0; each < times; each += 1) seen.push((await ask(path, from)).status);
    return seen;
  };

  it('is told how much is left, even where an answer is given again', async () => {
    const left: (string | string[] | undefined)[] = [];
    for (let each = 0; each < 4; each += 1) {
      const { headers } = await ask(SUMMARY, '192.0.2.1');
      expect(headers['ratelimit-policy']).toBe('"open";q=4;w=60');
      expect(headers['retry-after']).toBeUndefined();
      left.push(headers['ratelimit']);
    }
    expect(left).toEqual([3, 2, 1, 0].map((number) => `"open";r=${number};t=60`));
  });

  it('is refused in the shape of the address, with the seconds to wait, until the minute is over', async () => {
    expect(await statuses(SUMMARY, '192.0.2.2', 6)).toEqual([200, 200, 200, 200, 429, 429]);
    const refused = await ask(SUMMARY, '192.0.2.2');
    expect(refused.headers).toMatchObject({
      'retry-after': '60',
      ratelimit: '"open";r=0;t=60',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    expect(refused.headers['access-control-expose-headers']).toContain('Retry-After');
    expect(JSON.parse(refused.body.toString())).toEqual({
      code: 'TOO_MANY_REQUESTS',
      field: '',
      message: expect.stringMatching(/\w/),
      mend: expect.stringMatching(/Retry-After/),
    });
    const fhir = await ask('/fhir/metadata', '192.0.2.2');
    expect([fhir.status, fhir.headers['content-type']]).toEqual([
      429,
      'application/fhir+json; charset=utf-8',
    ]);
    expect(JSON.parse(fhir.body.toString())).toMatchObject({ issue: [{ code: 'throttled' }] });
    pass(MINUTE);
    expect((await ask(SUMMARY, '192.0.2.2')).status).toBe(200);
  });

  it('does not keep others out, nor whom the same proxy brings', async () => {
    await statuses(SUMMARY, '192.0.2.3', 5);
    expect((await ask(SUMMARY, '192.0.2.4')).status).toBe(200);
    // What a client writes before the proxy's word changes nothing.
    expect((await ask(SUMMARY, '192.0.2.9, 192.0.2.3')).status).toBe(429);
  });

  it('may still use the pages and everything else', async () => {
    await statuses(SUMMARY, '192.0.2.5', 5);
    expect((await ask('/health/ready', '192.0.2.5')).status).toBe(200);
    expect((await ask('/health/ready', '192.0.2.5')).headers['ratelimit']).toBeUndefined();
  });

  it('does not get round it by spelling the address otherwise', async () => {
    await statuses(SUMMARY, '192.0.2.6', 5);
    for (const path of [
      '/%6fpen/v1/rounds/2017-18/summary.json',
      '/open/%76%31/rounds/2017-18/summary.json',
      '/open/v1/rounds/2017-18/summary.json?again',
      '/open/v1',
      '/fhir/Location',
    ])
      expect([path, (await ask(path, '192.0.2.6')).status]).toEqual([path, 429]);
  });
});

it('nobody is counted where the limit is off', async () => {
  const server = await startServer({ OPEN_REQUESTS_PER_MINUTE: '0' });
  try {
    const { headers, status } = await rawGet(server.url + SUMMARY);
    expect([status, headers['ratelimit'], headers['ratelimit-policy']]).toEqual([200, undefined, undefined]);
  } finally {
    await server.stop();
  }
});

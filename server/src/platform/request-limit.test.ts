import type { IncomingMessage } from 'node:http';

import { describe, expect, it } from 'vitest';

import type { Clock } from './clock.js';
import { addressOf, networkOf, RequestLimit, visitorOf } from './request-limit.js';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

const clockAt = (time: string): { clock: Clock; set: (next: string) => void } => {
  let now = time;
  return { clock: { milliseconds: () => Date.parse(now) } as Clock, set: (next) => (now = next) };
};

describe('how many requests an address may make', () => {
  it('counts down, refuses, says when to come back, and begins anew after a minute', () => {
    const { clock, set } = clockAt('2026-11-22T10:00:00.000Z');
    const limit = new RequestLimit('open', 2, clock);
    expect(limit.take('192.0.2.1')).toEqual({
      admitted: true,
      headers: ['ratelimit-policy', '"open";q=2;w=60', 'ratelimit', '"open";r=1;t=60'],
    });
    set('2026-11-22T10:00:20.500Z');
    expect(limit.take('192.0.2.1').headers).toContain('"open";r=0;t=40');
    expect(limit.take('192.0.2.1')).toMatchObject({
      admitted: false,
      headers: expect.arrayContaining(['retry-after', '40', '"open";r=0;t=40']),
    });
    expect(limit.take('192.0.2.2').admitted).toBe(true);
    set('2026-11-22T10:01:00.000Z');
    expect(limit.take('192.0.2.1')).toMatchObject({ admitted: true });
  });

  it('is not there at all when it is 0', () => {
    const limit = new RequestLimit('open', 0, clockAt('2026-11-22T10:00:00.000Z').clock);
    expect(limit.take('192.0.2.1')).toEqual({ admitted: true, headers: [] });
  });

  it('lets newcomers share one count when there are too many of them', () => {
    const limit = new RequestLimit('open', 3, clockAt('2026-11-22T10:00:00.000Z').clock);
    for (let each = 0; each < 50_000; each += 1) limit.take(`10.${each}`);
    const late = ['a', 'b', 'c', 'd'].map((name) => limit.take(name).admitted);
    expect(late).toEqual([true, true, true, false]);
    expect(limit.take('10.1').admitted).toBe(true);
  });
});

describe('where a request comes from', () => {
  it('tells IPv4 visitors apart where one socket listens for both kinds', () =>
    expect(['::ffff:192.0.2.1', '::FFFF:192.0.2.2', '192.0.2.1', '::1'].map(networkOf)).toEqual([
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.1',
      '0:0:0:0',
    ]));

  it('is counted as the network that a visitor has to itself', () =>
    expect(visitorOf(from('127.0.0.1', '2001:db8:1:2:3::4'), '127.0.0.1')).toBe('2001:db8:1:2'));

  it.each([
    ['192.0.2.1', undefined, '', '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, '', '192.0.2.1'],
    // Without a named proxy nobody's word is taken.
    ['192.0.2.1', '198.51.100.7', '', '192.0.2.1'],
    ['192.0.2.1', '198.51.100.7', '127.0.0.1', '192.0.2.1'],
    ['127.0.0.1', '198.51.100.7', '127.0.0.1', '198.51.100.7'],
    ['::ffff:127.0.0.1', '203.0.113.9, 198.51.100.7', '127.0.0.1', '198.51.100.7'],
    ['127.0.0.1', '198.51.100.7, 127.0.0.1', '127.0.0.1', '198.51.100.7'],
    ['127.0.0.1', '', '127.0.0.1', '127.0.0.1'],
  ])('%s naming %s behind the proxy %s is %s', (remote, forwarded, proxy, expected) =>
    expect(addressOf(from(remote, forwarded), proxy)).toBe(expected),
  );

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));
});

import type { IncomingMessage } from 'node:http';

import type { Clock } from './clock.js';
import { MinuteCounts, WINDOW_S } from './limits/minute-counts.js';

/** Whether a request may be answered, and what its answer says about the limit. */
export interface Admission {
  readonly admitted: boolean;
  /** Header names and values, one after the other; none where there is no limit. */
  readonly headers: readonly string[];
}

const NO_LIMIT: Admission = { admitted: true, headers: [] };

/**
 * How many requests one address (or link, or account) may make within a minute. Counted in memory, and told to other
 * instances as a hash where there are any ({@link MinuteCounts}). Says what is left in the headers `RateLimit-Policy` and
 * `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10) and `Retry-After`.
 */
export class RequestLimit {
  readonly counts: MinuteCounts;
  private readonly policy: string;

  constructor(
    /** What the headers call it. */
    readonly name: string,
    /** Requests a minute; 0 = no limit. */
    most: number,
    /** By which minutes begin and end. */
    private readonly clock: Pick<Clock, 'milliseconds'>,
  ) {
    this.counts = new MinuteCounts(most);
    this.policy = `"${this.name}";q=${most};w=${WINDOW_S}`;
  }

  /** Counts a request of somebody. */
  take(who: string): Admission {
    if (this.counts.most === 0) return NO_LIMIT;
    const { admitted, left, seconds } = this.counts.take(who, this.clock.milliseconds());
    const headers = ['ratelimit-policy', this.policy, 'ratelimit', `"${this.name}";r=${left};t=${seconds}`];
    return admitted
      ? { admitted, headers }
      : { admitted, headers: [...headers, 'retry-after', String(seconds)] };
  }

  /** Seconds to wait for somebody who has nothing left; 0 = goes on. Counts nothing. */
  wait(who: string): number {
    const now = this.clock.milliseconds();
    if (this.counts.most === 0 || !this.counts.isExhausted(who, now)) return 0;
    return Math.max(1, WINDOW_S - (Math.floor(now / 1000) % WINDOW_S));
  }
}

/**
 * Where a request comes from: the other end of the connection or, where that is the named proxy, whom the proxy names
 * last. What is further left in `X-Forwarded-For` anybody can write.
 */
export function addressOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxyAddress: string,
): string {
  const nearest = plain(socket.remoteAddress ?? '');
  if (proxyAddress === '' || nearest !== plain(proxyAddress)) return nearest;
  const forwarded = headers['x-forwarded-for'];
  const named = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  const others = named.map((name) => plain(name.trim())).filter((name) => name !== '');
  return others.findLast((name) => name !== plain(proxyAddress)) ?? nearest;
}

/** The part of it that is counted as one visitor. */
export const visitorOf = (
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxyAddress: string,
): string => networkOf(addressOf(request, proxyAddress));

/** An IPv4 address may come in the clothes of IPv6. */
const plain = (address: string): string =>
  address.startsWith('::') ? address.replace(/^::ffff:(?=\d+\.)/i, '') : address;

/** IPv4: the address, also where a socket for both kinds writes it as IPv6. IPv6: the first half of the address, since one connection has the other half to itself. */
export function networkOf(given: string): string {
  const address = plain(given);
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Behind a proxy that the settings do not name everybody comes from this machine: nobody is kept out for another then. */
export const isKnownVisitor = (visitor: string): boolean =>
  visitor !== '' && !/^(127\.|0:0:0:0$)/.test(visitor);

import type { IncomingMessage } from 'node:http';

import type { Clock } from './clock.js';

/** How long requests are counted together, in seconds. */
export const WINDOW_S = 60;
/** Addresses counted apart at once; beyond, newcomers share one count, so that nobody can fill the memory. */
const MOST = 50_000;

/** Whether a request may be answered, and what its answer says about the limit. */
export interface Admission {
  readonly admitted: boolean;
  /** Header names and values, one after the other; none where there is no limit. */
  readonly headers: readonly string[];
}

const NO_LIMIT: Admission = { admitted: true, headers: [] };

interface Count {
  readonly until: number;
  requests: number;
}

/**
 * How many requests one address may make within a minute. Lives in memory; an address is forgotten when its minute is
 * over and somebody else asks, and is never stored or logged. Says what is left in the headers `RateLimit-Policy` and
 * `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10) and `Retry-After`.
 */
export class RequestLimit {
  private readonly counts = new Map<string, Count>();
  private sweepAt = 0;
  private readonly policy: string;

  constructor(
    /** Requests a minute and address; 0 = no limit. */
    private readonly most: number,
    private readonly proxyAddress: string,
    private readonly clock: Clock,
  ) {
    this.policy = `"open";q=${most};w=${WINDOW_S}`;
  }

  /** Counts a request. */
  take(request: Pick<IncomingMessage, 'headers' | 'socket'>): Admission {
    if (this.most === 0) return NO_LIMIT;
    const now = this.clock.milliseconds();
    this.sweep(now);
    const who = networkOf(addressOf(request, this.proxyAddress));
    const count = this.countOf(who, now);
    count.requests += 1;
    const left = Math.max(0, this.most - count.requests);
    const seconds = Math.max(1, Math.ceil((count.until - now) / 1000));
    const headers = ['ratelimit-policy', this.policy, 'ratelimit', `"open";r=${left};t=${seconds}`];
    return count.requests <= this.most
      ? { admitted: true, headers }
      : { admitted: false, headers: [...headers, 'retry-after', String(seconds)] };
  }

  private countOf(who: string, now: number): Count {
    const known = this.counts.get(who);
    if (known !== undefined && known.until > now) return known;
    const key = known === undefined && this.counts.size >= MOST ? '' : who;
    const shared = this.counts.get(key);
    if (shared !== undefined && shared.until > now) return shared;
    const begun = { until: now + WINDOW_S * 1000, requests: 0 };
    this.counts.set(key, begun);
    return begun;
  }

  /** Forgets whose minute is over, once a minute. */
  private sweep(now: number): void {
    if (now < this.sweepAt) return;
    for (const [who, { until }] of this.counts) if (until <= now) this.counts.delete(who);
    this.sweepAt = now + WINDOW_S * 1000;
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

/** An IPv4 address may come in the clothes of IPv6. */
const plain = (address: string): string =>
  address.startsWith('::') ? address.replace(/^::ffff:(?=\d+\.)/i, '') : address;

/** IPv6: the first half of the address, since one connection has the other half to itself. */
export function networkOf(address: string): string {
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

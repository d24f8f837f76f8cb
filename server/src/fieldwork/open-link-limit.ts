import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock.js';
import { sha256 } from '../platform/ids.js';

/** Forms begun within an hour: from one address (a hospital has one for all its computers), and from all together. */
export const FORMS_PER_ADDRESS = 30;
export const FORMS_IN_ALL = 600;

const HOUR_MS = 3_600_000;
const DAY = 10;

/**
 * How many forms were begun by open links in the last hour. Lives in memory: neither an address nor anything made from
 * one is stored. What is remembered is a hash with a salt that is thrown away every day.
 */
@Injectable()
export class OpenLinkLimit {
  private begun: { readonly who: string; readonly at: number }[] = [];
  private salt = { day: '', value: '' };

  constructor(private readonly clock: Clock) {}

  /** Whether one more form may be begun from this address; if so, it is counted. */
  take(address: string): boolean {
    const now = this.clock.now();
    const at = Date.parse(now);
    if (this.salt.day !== now.slice(0, DAY)) {
      this.salt = { day: now.slice(0, DAY), value: randomBytes(16).toString('hex') };
      // Their hashes cannot be compared with new ones any more; together they still count.
      this.begun = this.begun.map(({ at: before }) => ({ who: '', at: before }));
    }
    this.begun = this.begun.filter((form) => form.at > at - HOUR_MS);
    const who = sha256(`${this.salt.value} ${address}`);
    const own = this.begun.filter((form) => form.who === who).length;
    if (own >= FORMS_PER_ADDRESS || this.begun.length >= FORMS_IN_ALL) return false;
    this.begun.push({ who, at });
    return true;
  }
}

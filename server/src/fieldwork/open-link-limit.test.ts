import { expect, it } from 'vitest';

import type { Clock } from '../platform/clock.js';
import { FORMS_IN_ALL, FORMS_PER_ADDRESS, OpenLinkLimit } from './open-link-limit.js';

const at = (time: string): { clock: Clock; set: (next: string) => void } => {
  let now = time;
  return { clock: { now: () => now } as Clock, set: (next) => (now = next) };
};

it('lets one address begin so many forms within an hour, and others go on', () => {
  const { clock, set } = at('2026-11-22T10:00:00.000Z');
  const limit = new OpenLinkLimit(clock);
  const taken = Array.from({ length: FORMS_PER_ADDRESS + 1 }, () => limit.take('192.0.2.1'));
  expect(taken.filter(Boolean)).toHaveLength(FORMS_PER_ADDRESS);
  expect(taken.at(-1)).toBe(false);
  expect(limit.take('192.0.2.2')).toBe(true);
  set('2026-11-22T11:00:00.001Z');
  expect(limit.take('192.0.2.1')).toBe(true);
});

it('lets all together begin so many, over midnight too', () => {
  const { clock, set } = at('2026-11-22T23:50:00.000Z');
  const limit = new OpenLinkLimit(clock);
  for (let each = 0; each < FORMS_IN_ALL; each += 1) expect(limit.take(`address ${each}`)).toBe(true);
  expect(limit.take('one more')).toBe(false);
  set('2026-11-23T00:10:00.000Z');
  expect(limit.take('one more')).toBe(false);
  set('2026-11-23T00:51:00.000Z');
  expect(limit.take('one more')).toBe(true);
});

it('keeps no address', () => {
  const limit = new OpenLinkLimit(at('2026-11-22T10:00:00.000Z').clock);
  limit.take('192.0.2.1');
  expect(JSON.stringify(limit)).not.toContain('192.0.2.1');
});

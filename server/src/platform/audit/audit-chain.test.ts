import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { describe, expect, it } from 'vitest';

import { sha256 } from '../ids.js';
import { hashedParts, hashEvent, type PendingEvent } from './audit-chain.js';

const event: PendingEvent = {
  at: '2026-01-05T09:00:00.000Z',
  actorId: 'anna',
  action: 'test.done',
  entity: 'thing',
  entityId: '"prevHash":"',
  reason: 'what is "seq"?\n',
  detail: { b: 1, a: 'é🜂', none: null },
  before: null,
  after: { state: 'new' },
  requestId: '',
  subjects: [
    { entity: 'round', id: '2026' },
    { entity: 'site', id: 'RW603' },
  ],
};
const prevHash = 'ab'.repeat(32);

describe('the hash of an event at its place', () => {
  it.each([event, { ...event, subjects: [], detail: {} }])('covers its canonical JSON, number %#', (each) => {
    const { subjects, ...columns } = each;
    const whole = { ...columns, seq: 17, prevHash, subjects: subjects.map(({ entity, id }) => [entity, id]) };
    expect(hashEvent(each, { seq: 17, prevHash })).toBe(sha256(canonicalJson(whole)));
  });

  it('leaves out of what is hashed just the hash before it and its number', () => {
    expect(hashedParts(event).join('|')).toContain('"prevHash":"|","reason"');
    expect(hashedParts(event).join('|')).toContain('"seq":|,"subjects"');
  });
});

import { expect, it } from 'vitest';

import { dueSlot } from './due-slot.js';

it.each([
  ['2026-11-22T02:30:00.000Z', '2026-11-22T02:30:00.000Z'],
  ['2026-11-22T02:29:59.999Z', '2026-11-21T02:30:00.000Z'],
  ['2026-11-22T23:59:00.000Z', '2026-11-22T02:30:00.000Z'],
  ['2027-01-01T00:00:00.000Z', '2026-12-31T02:30:00.000Z'],
])('at %s the backup of %s is due', (now, slot) => expect(dueSlot(now, '02:30')).toBe(slot));

import type { Repository } from 'typeorm';
import { describe, expect, it } from 'vitest';

import type { Clock } from '../platform/clock.js';
import type { Round } from './round.entity.js';
import { RoundService } from './round.service.js';

const NOW = '2026-03-15T12:00:00.000Z';
const BEFORE = '2026-03-15T11:59:59.999Z';
const AFTER = '2026-03-15T12:00:00.001Z';

const service = new RoundService({} as Repository<Round>, { now: () => NOW } as Clock);
const round = (values: Partial<Round>): Round =>
  ({ state: 'open', opensAt: null, closesAt: null, correctionsUntil: null, ...values }) as Round;

describe('when a round takes answers', () => {
  it.each<[string, boolean, Partial<Round>]>([
    ['open without dates', true, {}],
    ['a pilot', true, { state: 'pilot' }],
    ['a draft', false, { state: 'draft' }],
    ['being cleaned', false, { state: 'cleaning' }],
    ['open, its first moment', true, { opensAt: NOW }],
    ['open, but not before tomorrow', false, { opensAt: AFTER }],
    ['open, its last moment gone', false, { closesAt: NOW }],
    ['open until a moment from now', true, { opensAt: BEFORE, closesAt: AFTER }],
  ])('%s: %s', (_case, takes, values) => {
    expect(service.takesAnswers(round(values))).toBe(takes);
  });
});

describe('when a round takes corrections', () => {
  it.each<[string, boolean, Partial<Round>]>([
    ['while it takes answers', true, {}],
    ['closed, within the time for corrections', true, { closesAt: BEFORE, correctionsUntil: AFTER }],
    ['closed, that time gone', false, { closesAt: BEFORE, correctionsUntil: NOW }],
    ['closed, no time set', false, { closesAt: BEFORE }],
    ['in the state for corrections', true, { state: 'corrections', correctionsUntil: AFTER }],
    ['being cleaned', false, { state: 'cleaning', correctionsUntil: AFTER }],
  ])('%s: %s', (_case, takes, values) => {
    expect(service.takesCorrections(round(values))).toBe(takes);
  });
});

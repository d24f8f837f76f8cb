import { describe, expect, it } from 'vitest';

import { RESPONSE_STATES, type ResponseState } from './response.js';
import { nextState, type NoResponse, RESPONSE_EVENTS, type ResponseEvent } from './response-state.js';

/** The life cycle as domain D2 states it, row by row; a form under review or queried may be corrected again. */
const ALLOWED: readonly (readonly [ResponseState | NoResponse, ResponseEvent, ResponseState])[] = [
  ['none', 'open', 'draft'],
  ['draft', 'save', 'in_progress'],
  ['in_progress', 'save', 'in_progress'],
  ['in_progress', 'submit', 'submitted'],
  ['submitted', 'correct', 'under_review'],
  ['accepted', 'correct', 'under_review'],
  ['under_review', 'correct', 'under_review'],
  ['queried', 'correct', 'under_review'],
  ['submitted', 'review', 'under_review'],
  ['under_review', 'query', 'queried'],
  ['queried', 'reply', 'under_review'],
  ['under_review', 'accept', 'accepted'],
  ['under_review', 'exclude', 'excluded'],
  ['under_review', 'merge', 'merged'],
  ['excluded', 'reverse', 'under_review'],
  ['merged', 'reverse', 'under_review'],
  ['draft', 'close', 'partial'],
  ['in_progress', 'close', 'partial'],
  ['accepted', 'freeze', 'locked'],
  ...RESPONSE_STATES.filter((state) => state !== 'withdrawn').map(
    (state) => [state, 'withdraw', 'withdrawn'] as const,
  ),
];

describe('the life cycle of a response', () => {
  it.each(ALLOWED)('%s, %s: %s', (state, event, after) => {
    expect(nextState(state, event)).toBe(after);
  });

  const refused = [...RESPONSE_STATES, 'none' as const].flatMap((state) =>
    RESPONSE_EVENTS.filter((event) => !ALLOWED.some(([from, on]) => from === state && on === event)).map(
      (event) => [state, event] as const,
    ),
  );
  it.each(refused)('%s, %s: refused', (state, event) => {
    expect(nextState(state, event)).toBe('refused');
  });

  it('reaches every state', () => {
    const reached = new Set<string>(ALLOWED.map(([, , after]) => after));
    expect(RESPONSE_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });
});

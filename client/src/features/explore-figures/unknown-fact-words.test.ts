import { describe, expect, it } from 'vitest';

import { unknownFactWords } from './unknown-fact-words.js';

describe('a fact by which responders are compared', () => {
  it('that nobody knows of any hospital is said to be not known, never none', () => {
    const words = unknownFactWords('plan_member', 175, 175);
    expect(words).toMatch(/^Membership of PLAN: not known of any of the 175 hospitals/);
    expect(words).toContain('cannot be said');
  });

  it('that is known of some says how many the test leaves out, and of all says nothing', () => {
    expect(unknownFactWords('liaison_tier', 100, 175)).toMatch(
      /^Not known of 100 of the 175 hospitals, which the test/,
    );
    expect(unknownFactWords('region', 0, 175)).toBe('');
  });
});

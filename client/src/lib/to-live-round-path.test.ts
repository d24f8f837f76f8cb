import { describe, expect, it } from 'vitest';

import { toLiveRoundPath } from './to-live-round-path.js';

const round = (id: string, state = 'open', kind = 'live') => ({ id, state, kind });

describe('toLiveRoundPath', () => {
  it('leads to the newest round that collects answers, never to a published report', () => {
    const rounds = [
      round('2017-18', 'open', 'published_facts'),
      round('demo-2026', 'open', 'synthetic'),
      round('2025'),
    ];
    expect(toLiveRoundPath(rounds)).toBe('/manage/rounds/demo-2026');
  });

  it('passes over a newer round that is being cleaned, unless no round is open', () => {
    const cleaned = round('practice-2018', 'cleaning', 'synthetic');
    expect(toLiveRoundPath([cleaned, round('demo-2026')])).toBe('/manage/rounds/demo-2026');
    expect(toLiveRoundPath([cleaned, round('2025', 'released')])).toBe('/manage/rounds/practice-2018');
  });

  it('leads nowhere when no round collects answers', () => {
    expect(toLiveRoundPath([round('2017-18', 'released', 'published_facts')])).toBe('');
  });

  it('leads somebody who works on one round to this round, and nowhere else', () => {
    const rounds = [round('2027'), round('2026')];
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'round', scopeId: '2026' }])).toBe('/manage/rounds/2026');
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'round', scopeId: '2025' }])).toBe('');
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'survey', scopeId: 'all' }])).toBe('/manage/rounds/2027');
  });
});

import { describe, expect, it } from 'vitest';

import { toLiveRoundPath } from './to-live-round-path.js';

describe('toLiveRoundPath', () => {
  it('leads to the newest round that collects answers, never to a published report', () => {
    const rounds = [
      { id: '2017-18', kind: 'published_facts' },
      { id: 'demo-2026', kind: 'synthetic' },
      { id: '2025', kind: 'live' },
    ] as const;
    expect(toLiveRoundPath([...rounds])).toBe('/manage/rounds/demo-2026');
  });

  it('leads nowhere when no round collects answers', () => {
    expect(toLiveRoundPath([{ id: '2017-18', kind: 'published_facts' }])).toBe('');
  });

  it('leads somebody who works on one round to this round, and nowhere else', () => {
    const rounds = [
      { id: '2027', kind: 'live' },
      { id: '2026', kind: 'live' },
    ];
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'round', scopeId: '2026' }])).toBe('/manage/rounds/2026');
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'round', scopeId: '2025' }])).toBe('');
    expect(toLiveRoundPath(rounds, [{ scopeKind: 'survey', scopeId: 'all' }])).toBe('/manage/rounds/2027');
  });
});

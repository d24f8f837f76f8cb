import { expect, it } from 'vitest';

import { usualRound } from './usual-round.js';

const real = { id: '2018', kind: 'published_facts', latestRelease: {} } as const;
const invented = { id: 'demo', kind: 'synthetic', latestRelease: {} } as const;
const running = { id: '2027', kind: 'live', latestRelease: null } as const;

it('shows the latest released round of real answers, whatever stands before it', () => {
  expect(usualRound([running, invented, real])).toBe(real);
  expect(usualRound([{ ...running, latestRelease: {} }, real])?.id).toBe('2027');
});

it('shows a synthetic round only where no other is released, and nothing where none is', () => {
  expect(usualRound([running, invented])).toBe(invented);
  expect(usualRound([running])).toBeUndefined();
});

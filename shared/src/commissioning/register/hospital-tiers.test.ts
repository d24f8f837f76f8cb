import { describe, expect, it } from 'vitest';

import { hospitalTiers, type TierService } from './hospital-tiers.js';

const team = (id: string, confirmedOn: string, values: Partial<TierService> = {}): TierService => ({
  id,
  kind: 'liaison_team',
  status: 'active',
  tier: 'core',
  lines: [{ key: 'tier', age: 'fresh', confirmedOn }],
  hospitals: [{ odsCode: 'Z1' }],
  ...values,
});

describe('the tier of a hospital', () => {
  it('is that of the active team whose tier was confirmed last', () => {
    const tiers = hospitalTiers([
      team('a', '2026-01-02', { tier: 'core24' }),
      team('b', '2025-01-02'),
      team('c', '2026-03-02', { status: 'planned', tier: 'comprehensive' }),
      team('d', '2026-03-02', { status: 'closed', tier: 'comprehensive' }),
    ]);
    expect([...tiers]).toEqual([['Z1', { tier: 'core24', confirmedOn: '2026-01-02', isFaded: false }]]);
  });

  it('is marked where it has faded', () => {
    const lines = [{ key: 'tier', age: 'faded', confirmedOn: '2020-01-02' }] as const;
    expect(hospitalTiers([team('a', '', { lines })]).get('Z1')).toMatchObject({ isFaded: true });
  });

  it.each([
    ['another kind of service', { kind: 'pain' }],
    ['a team of which nobody told the tier', { tier: 'not_known' }],
    ['a team without a hospital', { hospitals: [] }],
  ] as const)('is not known by %s', (_what, values) => {
    expect(hospitalTiers([team('a', '2026-01-02', values)]).size).toBe(0);
  });
});

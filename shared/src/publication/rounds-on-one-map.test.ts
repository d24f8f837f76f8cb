import { describe, expect, it } from 'vitest';

import { roundsOnOneMap } from './rounds-on-one-map.js';

const instrument = (version: string, key = 'iapt-liaison') => ({ key, version, comparability: [] });

describe('two rounds on one map', () => {
  it('are compared when they asked the same questions', () => {
    const round = { kind: 'live', instrument: instrument('1.1') } as const;
    expect(roundsOnOneMap(round, round)).toMatchObject({ verdict: 'same', comparable: true });
  });

  it('are compared with a word of warning when the wording changed a little, in either order', () => {
    const first = { kind: 'published_facts', instrument: instrument('1.0') } as const;
    const second = { kind: 'live', instrument: instrument('1.1') } as const;
    expect(roundsOnOneMap(first, second)).toMatchObject({ verdict: 'minor_wording', comparable: true });
    expect(roundsOnOneMap(second, first)).toEqual(roundsOnOneMap(first, second));
  });

  it('are not compared when nobody judged the change, or when they belong to two series', () => {
    const round = { kind: 'live', instrument: instrument('1.1') } as const;
    expect(roundsOnOneMap(round, { ...round, instrument: instrument('7.0') })).toMatchObject({
      verdict: 'no_verdict',
      comparable: false,
    });
    expect(roundsOnOneMap(round, { ...round, instrument: instrument('1.1', 'other') }).comparable).toBe(
      false,
    );
  });

  it('are not compared when one question of the ladder may not be, though the others may', () => {
    const round = { kind: 'live', instrument: instrument('1.0', 'own') } as const;
    const judged = ['iapt_treats_mus_ltc', 'iapt_inreach', 'integration'].map((variable) => ({
      variable,
      fromVersion: '1.0',
      toVersion: '2.0',
      verdict: variable === 'integration' ? ('not_comparable' as const) : ('same' as const),
      note: '',
    }));
    const later = { ...round, instrument: { key: 'own', version: '2.0', comparability: judged } };
    expect(roundsOnOneMap(round, later)).toMatchObject({ verdict: 'not_comparable', comparable: false });
  });

  it('are never compared when one of them is invented', () => {
    const real = { kind: 'live', instrument: instrument('1.1') } as const;
    const invented = { kind: 'synthetic', instrument: instrument('1.1') } as const;
    expect(roundsOnOneMap(real, invented)).toMatchObject({ comparable: false });
    expect(roundsOnOneMap(real, invented).why).toContain('invented');
    expect(roundsOnOneMap(invented, invented).comparable).toBe(true);
  });
});

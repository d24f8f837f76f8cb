import { describe, expect, it } from 'vitest';

import { changeVerdict } from './change-verdict.js';

const version = (key: string, number: string, comparability = [] as object[]) =>
  ({ key, version: number, comparability }) as Parameters<typeof changeVerdict>[1];
const BUILT_IN = [version('iapt-liaison', '1.0'), version('iapt-liaison', '1.1')] as const;

describe('whether two rounds may be compared on a question', () => {
  it.each([
    ['iapt_inreach', 'minor_wording'],
    ['iapt_treats_mus', 'not_comparable'],
    ['co_located', 'new'],
    ['settings.ward', 'new'],
    ['never_heard_of', 'no_verdict'],
  ])('between 1.0 and 1.1 on %s: %s, in either order', (item, verdict) => {
    expect(changeVerdict(item, ...BUILT_IN)).toBe(verdict);
    expect(changeVerdict(item, BUILT_IN[1], BUILT_IN[0])).toBe(verdict);
  });

  it('is the same within one version, and never said between two series', () => {
    expect(changeVerdict('co_located', BUILT_IN[1], BUILT_IN[1])).toBe('same');
    expect(changeVerdict('co_located', BUILT_IN[1], version('other', '1.1'))).toBe('no_verdict');
  });

  it('of a designed version is what was judged when it was published', () => {
    const verdict = {
      variable: 'night_cover',
      fromVersion: '1.0',
      toVersion: '2.0',
      verdict: 'not_comparable',
      note: '',
    };
    expect(changeVerdict('night_cover', version('mine', '1.0'), version('mine', '2.0', [verdict]))).toBe(
      'not_comparable',
    );
  });
});

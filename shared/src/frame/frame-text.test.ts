import { describe, expect, it } from 'vitest';

import { UNKNOWN_FACTS } from './frame-facts.js';
import { type FrozenFrame, frameText, type FrozenUnit } from './frame-text.js';

const unit = (siteId: string, values: Partial<FrozenUnit> = {}): FrozenUnit => ({
  siteId,
  eligibility: 'eligible',
  why: 'General hospital with an emergency department.',
  isDecided: false,
  facts: { ...UNKNOWN_FACTS, name: `Unreal ${siteId}` },
  ...values,
});
const frame: FrozenFrame = {
  definition: 'Made-up hospitals',
  source: 'nobody',
  asOf: '2027-04-01',
  declaredSize: null,
  units: [unit('a'), unit('b')],
};

describe('frameText', () => {
  it('is the same in whatever order the hospitals came', () => {
    expect(frameText({ ...frame, units: [unit('b'), unit('a')] })).toBe(frameText(frame));
  });

  it.each([
    ['a hospital more', { units: [...frame.units, unit('c')] }],
    ['another verdict', { units: [unit('a', { eligibility: 'unknown' }), unit('b')] }],
    ['a decision in the place of the rule', { units: [unit('a', { isDecided: true }), unit('b')] }],
    ['another fact', { units: [unit('a', { facts: UNKNOWN_FACTS }), unit('b')] }],
    ['another day', { asOf: '2027-04-02' }],
    ['a declared size', { declaredSize: 179 }],
  ])('differs by %s', (_what, values) => {
    expect(frameText({ ...frame, ...values })).not.toBe(frameText(frame));
  });
});

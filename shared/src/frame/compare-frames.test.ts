import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  compareFrames,
  type ComparedFrame,
  type ComparedUnit,
  countKinds,
  FRAME_CHANGE_KINDS,
  frameChangeWords,
} from './compare-frames.js';
import { type FrameFacts, UNKNOWN_FACTS } from './frame-facts.js';

const unit = (
  siteId: string,
  facts: Partial<FrameFacts> = {},
  values: Partial<ComparedUnit> = {},
): ComparedUnit => ({
  siteId,
  eligibility: 'eligible',
  facts: { ...UNKNOWN_FACTS, ods_code: siteId, name: `Unreal ${siteId}`, trust_code: 'ZZX', ...facts },
  ...values,
});
const frame = (asOf: string, ...units: readonly ComparedUnit[]): ComparedFrame => ({ asOf, units });
const changeOf = (before: ComparedUnit, after: ComparedUnit) =>
  compareFrames(frame('2026-04-01', before), frame('2027-04-01', after)).changed[0];

describe('compareFrames', () => {
  it.each([
    ['a new name', { name: 'Unreal Infirmary' }, ['renamed']],
    ['a new trust', { trust_code: 'ZZY', trust_name: 'Unreal Trust Y' }, ['changed_trust']],
    ['a new name and a new trust', { name: 'New', trust_code: 'ZZY' }, ['renamed', 'changed_trust']],
    ['a close before the later day', { closed_on: '2026-12-31' }, ['closed']],
    ['a close after the later day', { closed_on: '2027-12-31' }, ['changed_facts']],
    ['a merger', { merged_into: 'ZZX02' }, ['merged']],
    ['another department', { ed_type: 'no_major' }, ['changed_facts']],
    ['a better known trust', { trust_type: 'acute' }, ['changed_facts']],
    ['a list that leaves it out', { list_status: 'not_listed' }, ['not_in_list']],
  ] as const)('names %s', (_what, facts, kinds) => {
    expect(changeOf(unit('A'), unit('A', facts))?.kinds).toEqual(kinds);
  });

  it.each([
    ['capitals', { name: 'UNREAL A' }],
    ['a fact that the later frame leaves open', { trust_code: '' }],
    ['being named by a list', { list_status: 'listed' }],
  ])('takes %s for no change', (_what, facts) => {
    expect(changeOf(unit('A'), unit('A', facts))).toBeUndefined();
  });

  it('names another verdict, and what differs from what to what', () => {
    const change = changeOf(unit('A'), unit('A', { ed_type: 'no_major' }, { eligibility: 'ineligible' }));
    expect(change).toMatchObject({
      kinds: ['changed_eligibility', 'changed_facts'],
      changes: [{ field: 'ed_type', from: '', to: 'no_major' }],
    });
  });

  it('calls a hospital opened only where a date says so', () => {
    const { changed } = compareFrames(
      frame('2026-04'),
      frame(
        '2027-04-01',
        unit('A', { opened_on: '2026-06-01' }),
        unit('B'),
        unit('C', { opened_on: '1970-01-01' }),
      ),
    );
    expect(changed.map(({ siteId, kinds }) => [siteId, kinds])).toEqual([
      ['A', ['opened']],
      ['B', ['added']],
      ['C', ['added']],
    ]);
  });

  it('names what the later frame leaves out', () => {
    expect(compareFrames(frame('2026', unit('A')), frame('2027')).changed).toMatchObject([
      { siteId: 'A', kinds: ['left_out'] },
    ]);
  });

  it('keeps a hospital one and the same through a new code, name and trust', () => {
    const { changed } = compareFrames(
      frame('2026', unit('A')),
      frame('2027', unit('A', { ods_code: 'NEW01', name: 'Other', trust_code: 'ZZY' })),
    );
    expect(changed).toHaveLength(1);
    expect(changed[0]?.kinds).toEqual(['renamed', 'changed_trust', 'changed_facts']);
  });

  const made = fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        fc.record({
          name: fc.constantFrom('One', 'Two'),
          trust_code: fc.constantFrom('ZZX', 'ZZY', ''),
          closed_on: fc.constantFrom('', '2020-01-01', '2030-01-01'),
        }),
        fc.constantFrom('eligible' as const, 'ineligible' as const, 'unknown' as const),
      ),
      { selector: ([id]) => id },
    )
    .map((rows) => rows.map(([id, facts, eligibility]) => unit(id, facts, { eligibility })));

  it('accounts for every hospital of both frames', () => {
    fc.assert(
      fc.property(made, made, (before, after) => {
        const difference = compareFrames(frame('2026-01-01', ...before), frame('2027-01-01', ...after));
        const all = new Set([...before, ...after].map(({ siteId }) => siteId));
        expect(difference.changed.length + difference.unchanged).toBe(all.size);
        const counts = countKinds(difference);
        const most = Object.values(counts).reduce((sum, count) => sum + count, 0);
        expect(most).toBeGreaterThanOrEqual(difference.changed.length);
      }),
    );
  });

  it('finds nothing between a frame and itself', () => {
    fc.assert(
      fc.property(made, (units) => {
        const one = frame('2026-01-01', ...units);
        expect(compareFrames(one, one)).toEqual({ changed: [], unchanged: units.length });
      }),
    );
  });

  it('has words for every kind', () => {
    expect(new Set(FRAME_CHANGE_KINDS.map(frameChangeWords)).size).toBe(FRAME_CHANGE_KINDS.length);
  });
});

import { describe, expect, it } from 'vitest';

import { BLANK_CODE, type CodebookContent } from './codebook-content.js';
import { codingResult } from './coding-result.js';
import { countThemes, isCodingFinished, type ThemeUnit } from './count-themes.js';
import type { UnitCoding } from './unit-coding.js';

const code = (id: string, rest = {}) => ({ ...BLANK_CODE, id, key: id.toUpperCase(), name: id, ...rest });
const book: CodebookContent = {
  codes: [code('h', { applicable: false }), code('b'), code('a'), code('gone', { mergedInto: 'a' })],
};
const said = (coderId: string, codes: string, rest: Partial<UnitCoding> = {}): UnitCoding => ({
  unitId: 'u',
  coderId,
  state: 'final',
  codes: codes.split('').map((codeId) => ({ codeId, start: 0, end: 0 })),
  suggested: [],
  ...rest,
});
const unit = (odsCode: string, codings: UnitCoding[], decided: string[] | null = null): ThemeUnit => ({
  unit: { odsCode },
  codings,
  result: codingResult(codings, decided),
});
const two = (odsCode: string, first: string, second: string, decided: string[] | null = null) =>
  unit(odsCode, [said('anna', first), said('ben', second)], decided);

describe('the themes of a coded round', () => {
  it('count what all coders agree on or a person decided, in the order of the book', () => {
    const counted = countThemes(book, [
      two('H1', 'a', 'a'),
      two('H1', 'ab', 'ba'),
      two('H2', 'a', 'b', ['b']),
      two('H3', 'a', 'b'),
      unit('H4', [said('anna', 'a')]),
    ]);
    expect(counted).toMatchObject({ coded: 3, notCoded: 2, mostOfOne: 2 });
    expect(counted.themes.map(({ code: key, comments, hospitals }) => [key, comments, hospitals])).toEqual([
      ['B', 2, 2],
      ['A', 2, 1],
    ]);
  });

  it('say how well two coders agree: kappa and the share beside it', () => {
    // 20 both, 5 only the first, 10 only the second, 15 neither: the vector of methods D6.9.
    const times = (count: number, first: string, second: string) =>
      Array.from({ length: count }, (_, at) => two(`H${at}`, first, second));
    const units = [...times(20, 'a', 'a'), ...times(5, 'a', ''), ...times(10, '', 'a'), ...times(15, '', '')];
    const agreement = (of: readonly ThemeUnit[]) => countThemes(book, of).themes[1]!.agreement;
    expect(agreement(units)).toEqual({ statistic: 'kappa', value: 0.4, observed: 0.7, comments: 50 });
    // Nobody used the other code: the counts define no kappa.
    expect(countThemes(book, units).themes[0]!.agreement).toMatchObject({ value: null, observed: 1 });
    const aided = unit('H9', [said('anna', 'a', { suggested: ['a'] }), said('ben', '')]);
    expect(agreement([...units, aided])).toEqual(agreement(units));
    const third = unit('H9', [said('anna', 'a'), said('ben', 'a'), said('carl', '')]);
    expect(agreement([...units, third])).toMatchObject({ statistic: 'alpha', comments: 51 });
    expect(agreement([unit('H1', [said('anna', 'a')])])).toBe(null);
  });

  it('are told of when nobody is at work any more and something is settled', () => {
    const done = { finishedAt: '2026-11-01T09:00:00.000Z', removedAt: null };
    const working = { finishedAt: null, removedAt: null };
    const left = { finishedAt: null, removedAt: '2026-11-01T09:00:00.000Z' };
    expect(isCodingFinished([done, left], { coded: 1 })).toBe(true);
    expect(isCodingFinished([done, working], { coded: 1 })).toBe(false);
    expect(isCodingFinished([done], { coded: 0 })).toBe(false);
  });
});

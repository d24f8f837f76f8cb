import { describe, expect, it } from 'vitest';

import { LADDER_CODES } from '../analysis/ladder-code.js';
import { changeSinceRelease, hospitalChanges, releaseToHoldAgainst } from './change-since-release.js';
import { type ExampleAnswer, exampleRelease } from './example-dataset.js';
import { exampleFrame } from './example-frame.js';
import { releaseChain } from './release-chain.js';

const frame = exampleFrame(12);
const [A = '', B = '', C = ''] = frame.map(({ odsCode }) => odsCode);
const FIRST: Readonly<Record<string, ExampleAnswer>> = {
  [A]: { treats: 'yes', inReach: 'yes', score: 80 },
  [B]: { treats: 'no', inReach: 'no' },
};
const before = exampleRelease('live', frame, FIRST);

describe('what changed between two releases', () => {
  it('is nothing where they say the same', () => {
    expect(changeSinceRelease(before, before)).toEqual({
      indicators: [],
      analysed: { before: 2, after: 2 },
      hospitals: [],
      noLongerNamed: 0,
    });
  });

  it('has the figures that differ with values and bounds of both, and no others', () => {
    const after = exampleRelease('live', frame, { ...FIRST, [C]: { treats: 'yes', inReach: 'no' } });
    const same = { ...after, indicators: [before.indicators[0]!, after.indicators[1]!] };
    const { indicators, hospitals } = changeSinceRelease(before, same);
    expect(indicators.map(({ id }) => id)).toEqual(['iapt-in-reach']);
    expect(indicators[0]).toMatchObject({
      before: { no: 1, lower: 1 / 12, upper: 11 / 12 },
      after: { no: 2, lower: 1 / 12, upper: 10 / 12 },
    });
    expect(hospitals).toMatchObject([{ odsCode: C, what: 'changed', after: { category: 'G1' } }]);
  });

  it('does not say again what a hospital has taken back, nor a score that it refuses by now', () => {
    const taken = exampleRelease('live', frame, { ...FIRST, [B]: { ...FIRST[B], nameFacts: false } });
    const first = changeSinceRelease(before, taken);
    expect(first.noLongerNamed).toBeGreaterThanOrEqual(1);
    expect(first.hospitals.map(({ odsCode }) => odsCode)).not.toContain(B);
    const refused = exampleRelease('live', frame, { ...FIRST, [A]: { ...FIRST[A], nameScore: false } });
    const second = changeSinceRelease(before, refused);
    expect(second).toMatchObject({ hospitals: [], noLongerNamed: 1 });
    expect(JSON.stringify(second.hospitals)).not.toContain('80');
  });

  it('says who came into the frame and who went out, and not what the latter had said', () => {
    const smaller = exampleRelease('live', frame.slice(1), { [B]: FIRST[B]! });
    expect(changeSinceRelease(before, smaller).hospitals).toContainEqual({
      odsCode: A,
      name: frame[0]?.name,
      what: 'went_out',
      before: null,
      after: null,
    });
    expect(changeSinceRelease(smaller, before).hospitals).toContainEqual(
      expect.objectContaining({ odsCode: A, what: 'came_in', before: null }),
    );
  });
});

/** What a release can say of a hospital, with a score where the code tells that there is one. */
const STANDS = LADDER_CODES.map((category) => ({
  odsCode: A,
  name: 'A',
  category,
  label: category as string,
  score: ['G2', 'G3', 'G4'].includes(category) ? 50 : null,
}));

describe('what changed of one hospital, from every code to every other', () => {
  const kindOf = (from: (typeof STANDS)[number], to: (typeof STANDS)[number]) => {
    const { hospitals, noLongerNamed } = hospitalChanges([from], [to]);
    return noLongerNamed === 1 ? 'held' : (hospitals[0]?.what ?? 'same');
  };
  const pairs = STANDS.flatMap((from) => STANDS.map((to) => ({ from, to })));

  it('is told, unless the later release withholds the hospital or its score', () => {
    for (const { from, to } of pairs) {
      const expected =
        from === to
          ? 'same'
          : to.category === 'NP' || (to.category === 'GP' && from.score !== null)
            ? 'held'
            : 'changed';
      expect(kindOf(from, to), `${from.category} to ${to.category}`).toBe(expected);
    }
  });

  it('lists with a change both stands, and of what is held neither', () => {
    for (const { from, to } of pairs) {
      const { hospitals } = hospitalChanges([from], [to]);
      const stands = hospitals.map(({ before: was, after: is }) => [was?.category, is?.category]);
      expect(stands, `${from.category} to ${to.category}`).toEqual(
        kindOf(from, to) === 'changed' ? [[from.category, to.category]] : [],
      );
    }
  });

  it.each([
    ['silence to in-reach whose score is not published', 'NR', 'GP', 'changed'],
    ['silence to in-reach that was not rated', 'NR', 'GU', 'changed'],
    ['silence to "did not know"', 'NR', 'DK', 'changed'],
    ['silence to no longer named', 'NR', 'NP', 'held'],
    ['not named to silence', 'NP', 'NR', 'changed'],
    ['not named to in-reach whose score is not published', 'NP', 'GP', 'changed'],
    ['in-reach that was not rated to a score that is not published', 'GU', 'GP', 'changed'],
    ['a score to one that is not published any more', 'G3', 'GP', 'held'],
    ['a score that is not published to one that is', 'GP', 'G3', 'changed'],
  ] as const)('%s', (_what, from, to, kind) => {
    const of = (code: string) => STANDS.find(({ category }) => category === code)!;
    expect(kindOf(of(from), of(to))).toBe(kind);
  });

  it('is told too where only the score, or only the words, differ', () => {
    const [g3] = STANDS.filter(({ category }) => category === 'G3');
    expect(kindOf(g3!, { ...g3!, score: 51 })).toBe('changed');
    expect(kindOf(g3!, { ...g3!, label: 'other words' })).toBe('changed');
  });
});

describe('the release to hold another against', () => {
  const kinds = { publishedAt: '2026-01-01T00:00:00.000Z', note: '' };
  const one = (number: number, replaces: number | null = null) => ({
    ...kinds,
    number,
    kind: replaces === null ? ('interim' as const) : ('erratum' as const),
    replaces,
  });
  const gone = (number: number) => ({
    number,
    kind: 'withdrawn' as const,
    value: '',
    reason: 'wrong',
    at: '',
  });

  it.each([
    ['the newest before it', [one(1), one(2), one(3)], [], 3, 2],
    ['the one that it replaces', [one(1), one(2), one(3, 1)], [], 3, 1],
    ['the one before one that was withdrawn', [one(1), one(2), one(3)], [gone(2)], 3, 1],
    ['none for the first', [one(1)], [], 1, null],
    ['none where all before it were withdrawn', [one(1), one(2, 1)], [gone(1)], 2, null],
  ])('is %s', (_what, releases, marks, number, expected) => {
    expect(releaseToHoldAgainst(releaseChain(releases, marks), number)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';

import { suggestCodes } from './suggest-codes.js';
import { teachingCodes } from './teaching-codes.js';
import { wordsOf } from './words-of.js';

const example = (text: string, ...codeIds: string[]) => ({
  words: new Set(wordsOf(text).map(({ word }) => word)),
  codeIds,
});

/** Three comments with the code `t` and four without. */
const EXAMPLES = [
  example('Training is missing.', 't'),
  example('We lack training and money.', 't'),
  example('Their training does not suit.', 't', 'u'),
  example('Money is short.', 'u'),
  example('Money goes elsewhere.', 'u'),
  example('A pilot begins.'),
  example('Nothing is planned.'),
];

describe('the words of a comment', () => {
  it('are letters in a row, in lower case, where they stand, without those that stand everywhere', () => {
    expect(wordsOf('The TRAINING of 12 naïve staff')).toEqual([
      { word: 'training', start: 4, end: 12 },
      { word: 'naïve', start: 19, end: 24 },
      { word: 'staff', start: 25, end: 30 },
    ]);
  });
});

describe('suggestions of codes', () => {
  it('have the numbers that one reckons by hand, and the words that led to them', () => {
    const { state, learnedFrom, suggestions } = suggestCodes(
      ['t'],
      EXAMPLES,
      wordsOf('Money for training: training!'),
    );
    expect([state, learnedFrom]).toEqual(['some', 7]);
    const [only] = suggestions;
    // training: in 3 of 3 with t, 0 of 4 without: (3.5/4) / (0.5/5) = 8.75.
    // money: in 1 of 3 with t, 2 of 4 without: (1.5/4) / (2.5/5) = 0.75.
    // t itself: 3 to 4. Odds 8.75 × 0.75 × 0.75 = 4.921875.
    expect(only).toMatchObject({ codeId: 't', withCode: 3, withoutCode: 4 });
    expect(only!.likelihood).toBeCloseTo(4.921875 / 5.921875, 12);
    expect(only!.words.map(({ word, withCode, withoutCode }) => [word, withCode, withoutCode])).toEqual([
      ['training', 3, 0],
      ['money', 1, 2],
    ]);
    expect(only!.words[0]!.weight).toBeCloseTo(Math.log(8.75), 12);
    expect(only!.words[1]!.weight).toBeCloseTo(Math.log(0.75), 12);
    expect(only!.words[0]!.places).toEqual([
      { start: 10, end: 18 },
      { start: 20, end: 28 },
    ]);
  });

  it('are none yet for a code that stands on fewer than three finished comments, or is missing on fewer', () => {
    const few = EXAMPLES.filter((_, at) => at !== 2);
    expect(suggestCodes(['t'], few, wordsOf('training'))).toEqual({
      state: 'too_few',
      learnedFrom: 6,
      suggestions: [],
    });
    expect(suggestCodes(['t'], EXAMPLES.slice(0, 5), wordsOf('training')).state).toBe('too_few');
  });

  it('are none where no word speaks for a code, whatever is said elsewhere', () => {
    expect(suggestCodes(['t'], EXAMPLES, wordsOf('Something else'))).toMatchObject({ state: 'none' });
    // Most comments have the code: it is likely by itself, but nothing in the comment says so.
    const usual = [...EXAMPLES, ...Array.from({ length: 9 }, () => example('Training', 't'))];
    expect(suggestCodes(['t'], usual, wordsOf('Another')).suggestions).toEqual([]);
  });

  it('never rest on a word that a single comment has', () => {
    expect(suggestCodes(['t'], EXAMPLES, wordsOf('This does not suit.')).suggestions).toEqual([]);
  });

  it('are three at most, the likeliest first, in the order of the book where equal', () => {
    const all = ['a', 'b', 'c', 'd'];
    const examples = [
      ...Array.from({ length: 3 }, () => example('training', ...all)),
      ...Array.from({ length: 3 }, () => example('other')),
      example('else', 'b'),
    ];
    const found = suggestCodes(all, examples, wordsOf('training')).suggestions;
    // b: (3.5/5) / (0.5/4) × 4/3 = 7.47; the others: (3.5/4) / (0.5/5) × 3/4 = 6.56.
    expect(found.map(({ codeId }) => codeId)).toEqual(['b', 'a', 'c']);
  });
});

describe('what a coder’s suggestions are learned from', () => {
  const coding = (coderId: string, state: 'open' | 'final' | 'left', ...codeIds: string[]) => ({
    unitId: 'u',
    coderId,
    state,
    codes: codeIds.map((codeId) => ({ codeId, start: 0, end: 0 })),
    suggested: [],
  });
  const both = ['me', 'other'];
  const result = (state: 'adjudicated' | 'agreed' | 'disagreed' | 'waiting', ...codeIds: string[]) => ({
    state,
    codeIds,
  });

  it('is the coder’s own finished work, and nothing of what the other said', () => {
    const codings = [coding('me', 'final', 't'), coding('other', 'final', 'u')];
    expect(teachingCodes({ codings, coders: both, result: result('disagreed') }, 'me', true)).toEqual(['t']);
    const others = [coding('other', 'final', 'u')];
    expect(
      teachingCodes({ codings: others, coders: both, result: result('waiting') }, 'me', true),
    ).toBeNull();
    expect(
      teachingCodes({ codings: others, coders: ['other'], result: result('waiting') }, 'me', true),
    ).toBeNull();
  });

  it('is what a person decided, but not on a comment that still lies before the coder', () => {
    const decided = result('adjudicated', 'v');
    const codings = [coding('me', 'final', 't'), coding('other', 'final', 'u')];
    expect(teachingCodes({ codings, coders: both, result: decided }, 'me', true)).toEqual(['v']);
    for (const own of [[], [coding('me', 'open', 't')], [coding('me', 'left', 't')]]) {
      const unit = { codings: [...own, coding('other', 'final', 'u')], coders: both, result: decided };
      expect(teachingCodes(unit, 'me', true)).toBeNull();
    }
  });

  it('is what two others agreed on only in a round that the coder does not code', () => {
    const codings = [coding('a', 'final', 't'), coding('b', 'final', 't')];
    const unit = { codings, coders: ['a', 'b'], result: result('agreed', 't') };
    expect(teachingCodes(unit, 'me', false)).toEqual(['t']);
    expect(teachingCodes(unit, 'me', true)).toBeNull();
    // A third has not finished: it is not settled.
    expect(teachingCodes({ ...unit, coders: ['a', 'b', 'c'] }, 'me', false)).toBeNull();
  });
});

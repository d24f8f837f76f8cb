import { describe, expect, it } from 'vitest';

import { openSuggestions, toggleSuggested } from './answer-suggestion.js';
import { toAgreementWords } from './to-agreement-words.js';
import { toHotkeys } from './to-hotkeys.js';
import { toMarkedParts } from './to-marked-parts.js';
import { toggleCode } from './toggle-code.js';

const NOTHING = { start: 0, end: 0 };

describe('the keys of the desk', () => {
  it('are digits first, then letters, and never those that lead to another comment', () => {
    const keys = [...toHotkeys(Array.from({ length: 40 }, (_, at) => `c${at}`)).values()];
    expect(keys.slice(0, 11).join('')).toBe('123456789ab');
    expect(keys).not.toContain('n');
    expect(keys).not.toContain('p');
    expect(keys.filter((key) => key === '')).toHaveLength(40 - 33);
  });
});

describe('putting a code on a comment', () => {
  it('puts it on and takes it off again', () => {
    const on = toggleCode([], 'a', NOTHING);
    expect(on).toEqual([{ codeId: 'a', start: 0, end: 0 }]);
    expect(toggleCode(on, 'a', NOTHING)).toEqual([]);
  });

  it('puts it on the part that is chosen, on several parts, and takes off only that part', () => {
    const one = toggleCode([], 'a', { start: 2, end: 5 });
    const two = toggleCode(one, 'a', { start: 7, end: 9 });
    expect(two).toHaveLength(2);
    expect(toggleCode(two, 'a', { start: 2, end: 5 })).toEqual([{ codeId: 'a', start: 7, end: 9 }]);
    expect(toggleCode(two, 'a', NOTHING)).toEqual([]);
  });
});

describe('the answer to a suggestion', () => {
  const OPEN = [{ codeId: 'a' }, { codeId: 'b' }];
  const none = { codes: [], suggested: [] };

  it('is remembered as suggested by whichever key the code was applied, and not asked for again', () => {
    const taken = toggleSuggested(none, 'a', NOTHING, OPEN);
    expect(taken).toEqual({ codes: [{ codeId: 'a', start: 0, end: 0 }], suggested: ['a'] });
    expect(openSuggestions(OPEN, taken)).toEqual([{ codeId: 'b' }]);
    expect(openSuggestions(OPEN, { codes: [], suggested: ['a', 'b'] })).toEqual([]);
  });

  it('is nothing for a code that the coder had applied before it was suggested', () => {
    const own = toggleSuggested(none, 'a', NOTHING, []);
    expect(own.suggested).toEqual([]);
    expect(openSuggestions(OPEN, own)).toEqual([{ codeId: 'b' }]);
  });
});

describe('the words that led to a suggestion', () => {
  it('are marked in the comment, each place once', () => {
    const places = [
      { start: 5, end: 8 },
      { start: 0, end: 2 },
      { start: 6, end: 8 },
    ];
    expect(toMarkedParts('ab cd efg', places).map(({ text, isMarked }) => [text, isMarked])).toEqual([
      ['ab', true],
      [' cd', false],
      [' ef', true],
      ['g', false],
    ]);
  });
});

describe('the words of agreement', () => {
  it('say "not defined" and not 0 where the counts define nothing', () => {
    expect(toAgreementWords(null, null, null)).toBe('not defined');
    expect(toAgreementWords(0.4, 0.15, 0.65)).toBe('0.40 (0.15 to 0.65)');
  });
});

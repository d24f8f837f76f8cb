import { describe, expect, it } from 'vitest';

import { toAgreementWords } from './to-agreement-words.js';
import { toHotkeys } from './to-hotkeys.js';
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

describe('the words of agreement', () => {
  it('say "not defined" and not 0 where the counts define nothing', () => {
    expect(toAgreementWords(null, null, null)).toBe('not defined');
    expect(toAgreementWords(0.4, 0.15, 0.65)).toBe('0.40 (0.15 to 0.65)');
  });
});

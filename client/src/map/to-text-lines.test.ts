import { describe, expect, it } from 'vitest';

import { toTextLines } from './to-text-lines.js';

const upTo = (letters: number) => (line: string) => line.length <= letters;

describe('text in the downloaded picture', () => {
  it('is broken into lines that fit and loses no word', () => {
    const text = 'Contains information from NHS Digital and NHS England';
    const lines = toTextLines(text, upTo(20));
    expect(lines.every(upTo(20))).toBe(true);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBe(3);
  });

  it('keeps a word that is too long for a line', () => {
    expect(toTextLines('a disproportionate b', upTo(5))).toEqual(['a', 'disproportionate', 'b']);
  });
});

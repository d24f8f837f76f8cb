import { describe, expect, it } from 'vitest';

import { cleanText } from './clean-text.js';

describe('cleanText', () => {
  it('keeps text as it is, emoji and all, with one kind of line end and composed letters', () => {
    expect(cleanText('Zoe\u0308 😀\r\nsecond\rthird', 'comments', 100)).toEqual({
      ok: true,
      value: 'Zoë 😀\nsecond\nthird',
    });
  });

  it.each([
    ['U+0000', 'a\u0000b'],
    ['half a character at the end', 'a\uD83D'],
    ['half a character alone', '\uDE00a'],
    ['two halves in the wrong order', '\uDE00\uD83D'],
  ])('refuses %s, naming the field', (_what, raw) => {
    expect(cleanText(raw, 'comments', 100)).toMatchObject({
      ok: false,
      problems: [{ code: 'UNREADABLE_TEXT', field: 'comments' }],
    });
  });

  it('refuses text that is too long and says by how much', () => {
    const result = cleanText('x'.repeat(11), 'note', 10);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'TEXT_TOO_LONG', field: 'note' }] });
    expect(cleanText('x'.repeat(10), 'note', 10).ok).toBe(true);
  });
});

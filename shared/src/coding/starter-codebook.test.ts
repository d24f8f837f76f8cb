import { describe, expect, it } from 'vitest';

import { STARTER_CODEBOOK } from './starter-codebook.js';

const { codes } = STARTER_CODEBOOK;

describe('the starter codebook', () => {
  it('has T1 to T7 from the comments and S1 to S8 from the three hospitals, in the order of the report', () => {
    expect(codes.filter(({ group }) => group === 'comment_theme').map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `T${n}`),
    );
    expect(codes.filter(({ group }) => group === 'site_theme').map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `S${n}`),
    );
  });

  it('ranks only the first theme and gives no theme a number', () => {
    expect(
      codes.filter(({ frequency }) => frequency.includes('most frequent')).map(({ code }) => code),
    ).toEqual(['T1']);
    expect(codes.filter(({ frequency }) => /\d/.test(frequency))).toEqual([]);
  });

  it('says for each code what it means, what it leaves to others, and where it comes from', () => {
    for (const { name, definition, include, exclude, source } of codes) {
      for (const text of [name, definition, include, exclude]) expect(text).not.toBe('');
      expect(source).toMatch(/^000:\d+/);
    }
  });

  it('refers only to codes that it has', () => {
    const known = new Set(codes.map(({ code }) => code));
    const named = codes.flatMap(({ exclude }) => exclude.match(/\b[TS]\d\b/g) ?? []);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
});

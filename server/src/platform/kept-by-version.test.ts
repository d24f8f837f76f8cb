import { describe, expect, it } from 'vitest';

import { KeptByVersion } from './kept-by-version.js';

describe('a value kept by its version', () => {
  it('is made once while the version stands, and for each key by itself', async () => {
    const kept = new KeptByVersion<number>();
    let made = 0;
    const make = () => Promise.resolve((made += 1));
    expect(await Promise.all([kept.get('a', 1, make), kept.get('a', 1, make)])).toEqual([1, 1]);
    expect(await kept.get('b', 1, make)).toBe(2);
    expect(await kept.get('a', 2, make)).toBe(3);
    expect(await kept.get('a', 2, make)).toBe(3);
  });

  it('is forgotten when it could not be made', async () => {
    const kept = new KeptByVersion<string>();
    await expect(kept.get('a', 1, () => Promise.reject(new Error('no database')))).rejects.toThrow();
    expect(await kept.get('a', 1, () => Promise.resolve('made'))).toBe('made');
  });

  it('stays when an earlier one fails late', async () => {
    const kept = new KeptByVersion<string>();
    let fail = (): void => undefined;
    const late = kept.get('a', 1, () => new Promise((_, reject) => (fail = () => reject(new Error('late')))));
    const good = kept.get('a', 2, () => Promise.resolve('good'));
    fail();
    await expect(late).rejects.toThrow('late');
    expect(await good).toBe('good');
    expect(await kept.get('a', 2, () => Promise.resolve('made again'))).toBe('good');
  });
});

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

  it('can be brought up to date from the one before, which is not there while it is', async () => {
    const kept = new KeptByVersion<readonly string[]>();
    await kept.get('a', 1, () => Promise.resolve(['one']));
    expect(kept.made('a')).toEqual(['one']);
    const next = kept.get('a', 2, async (before) => [...((await before) ?? []), 'two']);
    expect([kept.made('a'), kept.has('a')]).toEqual([undefined, true]);
    expect(await next).toEqual(['one', 'two']);
    expect(kept.made('a')).toEqual(['one', 'two']);
  });

  it('is begun from nothing after one that failed', async () => {
    const kept = new KeptByVersion<string>();
    const failed = kept.get('a', 1, () => Promise.reject(new Error('half')));
    const next = kept.get('a', 2, async (before) => (await before) ?? 'from nothing');
    await expect(failed).rejects.toThrow('half');
    expect(await next).toBe('from nothing');
  });

  it('goes when there are too many, the one asked about longest ago first', async () => {
    const kept = new KeptByVersion<string>(2);
    const ask = (key: string) => kept.get(key, 1, () => Promise.resolve(key));
    for (const key of ['a', 'b', 'a', 'c']) await ask(key);
    expect(['a', 'b', 'c'].map((key) => kept.has(key))).toEqual([true, false, true]);
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

import { describe, expect, it } from 'vitest';

import { LastUsed } from './last-used.js';

describe('a memory of what was used last', () => {
  it('lets go of what nobody has asked for longest', () => {
    const kept = new LastUsed<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([1, undefined, 3]);
  });

  it('puts one value in the place of another without letting go of a third', () => {
    const kept = new LastUsed<string, number>(2);
    for (const [key, value] of [
      ['a', 1],
      ['b', 2],
      ['b', 3],
    ] as const)
      kept.set(key, value);
    expect(['a', 'b'].map((key) => kept.get(key))).toEqual([1, 3]);
  });

  it('weighs values as they are now, and keeps the last one whatever it weighs', () => {
    const kept = new LastUsed<string, string[]>(5, ({ length }) => length);
    const [growing, other] = [['x'], ['x', 'x']];
    kept.set('growing', growing);
    kept.set('other', other);
    growing.push('x', 'x', 'x', 'x', 'x', 'x');
    kept.set('growing', growing);
    expect([kept.get('growing'), kept.get('other')]).toEqual([growing, undefined]);
  });

  it('forgets what it is told to forget', () => {
    const kept = new LastUsed<string, number>(2);
    kept.set('a', 1);
    kept.delete('a');
    expect(kept.get('a')).toBeUndefined();
  });
});

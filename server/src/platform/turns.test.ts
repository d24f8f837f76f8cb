import { describe, expect, it } from 'vitest';

import { Turns } from './turns.js';

/** Work that ends when it is told to, and says when it has begun. */
function heldWork() {
  let begun = false;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async (): Promise<string> => {
    begun = true;
    await ended;
    return 'done';
  };
  return { work, end: () => end(), hasBegun: () => begun };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('work that takes turns', () => {
  it('begins no more at once than it may, and the next in the order in which they came', async () => {
    const turns = new Turns(1, 2);
    const [first, second, third] = [heldWork(), heldWork(), heldWork()];
    const all = [first, second, third].map(({ work }) => turns.take(work));
    await settle();
    expect([first, second, third].map(({ hasBegun }) => hasBegun())).toEqual([true, false, false]);
    first.end();
    await all[0];
    await settle();
    expect([second.hasBegun(), third.hasBegun()]).toEqual([true, false]);
    second.end();
    third.end();
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
  });

  it('refuses what comes when too much waits, and takes work again afterwards', async () => {
    const turns = new Turns(1, 1);
    const [first, second] = [heldWork(), heldWork()];
    const both = [first, second].map(({ work }) => turns.take(work));
    await expect(turns.take(() => 'late')).rejects.toMatchObject({ code: 'BUSY', status: 503 });
    first.end();
    second.end();
    await Promise.all(both);
    expect(await turns.take(() => 'now')).toBe('now');
  });

  it('goes on after work that failed', async () => {
    const turns = new Turns(1, 1);
    const failed = turns.take(() => Promise.reject(new Error('no')));
    const next = turns.take(() => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});

import { expect, it } from 'vitest';

import { AnswerShelf } from './answer-shelf.js';
import type { PreparedAnswer } from './prepared-answer.js';

const MIB = 1024 * 1024;
const answer = (size: number): PreparedAnswer => ({
  etag: '"x"',
  contentType: 'text/plain',
  fileName: '',
  cacheControl: '',
  plain: Buffer.alloc(size),
  br: Buffer.alloc(0),
  gzip: Buffer.alloc(0),
});

/** Asks for an answer and says whether it had to be made. */
const asks = async (shelf: AnswerShelf, key: string, size: number): Promise<boolean> => {
  let made = false;
  await shelf.get(key, () => {
    made = true;
    return Promise.resolve(answer(size));
  });
  return made;
};

it('makes an answer once', async () => {
  const shelf = new AnswerShelf();
  expect([await asks(shelf, 'a', 10), await asks(shelf, 'a', 10), await asks(shelf, 'b', 10)]).toEqual([
    true,
    false,
    true,
  ]);
});

it('lets go of what was not asked for longest when there is no room', async () => {
  const shelf = new AnswerShelf();
  for (const key of ['a', 'b']) await asks(shelf, key, 10 * MIB);
  await asks(shelf, 'a', 10 * MIB);
  await asks(shelf, 'c', 10 * MIB);
  expect([await asks(shelf, 'a', 10 * MIB), await asks(shelf, 'c', 10 * MIB)]).toEqual([false, false]);
  expect(await asks(shelf, 'b', 10 * MIB)).toBe(true);
});

it('gives an answer that is too large to keep, and is not filled by it', async () => {
  const shelf = new AnswerShelf();
  expect([await asks(shelf, 'huge', 100 * MIB), await asks(shelf, 'huge', 100 * MIB)]).toEqual([true, true]);
  await asks(shelf, 'a', 10 * MIB);
  expect(await asks(shelf, 'a', 10 * MIB)).toBe(false);
});

it('keeps nothing of an answer that could not be made', async () => {
  const shelf = new AnswerShelf();
  await expect(shelf.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await asks(shelf, 'a', 1)).toBe(true);
});

it('counts an answer once that several asked for at the same time', async () => {
  const shelf = new AnswerShelf();
  await Promise.all(Array.from({ length: 5 }, () => asks(shelf, 'a', 10 * MIB)));
  await asks(shelf, 'b', 10 * MIB);
  expect([await asks(shelf, 'a', 10 * MIB), await asks(shelf, 'b', 10 * MIB)]).toEqual([false, false]);
});

it('counts the questions: long ones with short answers do not fill the memory', async () => {
  const shelf = new AnswerShelf();
  await asks(shelf, 'first', 10);
  for (let at = 0; at < 8; at += 1) await asks(shelf, `${at}${'0'.repeat(2 * MIB)}`, 10);
  expect(await asks(shelf, 'first', 10)).toBe(true);
});

import { describe, expect, it } from 'vitest';

import { AskedTogether } from './asked-together.js';

/** Answers with the length of each key but 'none'; notes every question. */
function counted() {
  const questions: (readonly string[])[] = [];
  const asked = new AskedTogether<number>((keys) => {
    questions.push(keys);
    return Promise.resolve(new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.length])));
  });
  return { asked, questions };
}

describe('questions of the same moment', () => {
  it('are asked once, each key once', async () => {
    const { asked, questions } = counted();
    const answers = await Promise.all(['a', 'bb', 'none', 'a'].map((key) => asked.get(key)));
    expect(answers).toEqual([1, 2, undefined, 1]);
    expect(questions).toEqual([['a', 'bb', 'none']]);
    expect(await asked.get('ccc')).toBe(3);
    expect(questions).toHaveLength(2);
  });

  it('bind no more values than a database takes', async () => {
    const { asked, questions } = counted();
    const keys = Array.from({ length: 1200 }, (_, at) => `k${at}`);
    expect(await Promise.all(keys.map((key) => asked.get(key)))).toEqual(keys.map(({ length }) => length));
    expect(questions.map(({ length }) => length)).toEqual([500, 500, 200]);
  });

  it('fail together and are asked anew', async () => {
    let fails = true;
    const asked = new AskedTogether<number>((keys) =>
      fails ? Promise.reject(new Error('gone')) : Promise.resolve(new Map(keys.map((key) => [key, 1]))),
    );
    await expect(Promise.all([asked.get('a'), asked.get('b')])).rejects.toThrow('gone');
    fails = false;
    expect(await asked.get('a')).toBe(1);
  });
});

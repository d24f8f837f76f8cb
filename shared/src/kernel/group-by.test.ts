import { expect, it } from 'vitest';

import { groupBy } from './group-by.js';

it('puts items under their key, each once and in their order', () => {
  const groups = groupBy(['ox', 'ant', 'cat', 'ape'], (word) => word.length);
  expect([...groups]).toEqual([
    [2, ['ox']],
    [3, ['ant', 'cat', 'ape']],
  ]);
  expect([...groupBy([], String)]).toEqual([]);
});

import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { sizeOf } from './query-limits.js';

const { buildSchema, parse } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

const schema = buildSchema(`
  type Query { hospital: Hospital hospitals: [Hospital!]! }
  type Hospital { name: String! trust: Trust }
  type Trust { name: String! hospitals: [Hospital!]! }
`);
const size = (text: string): unknown => {
  const { fields, depth, cost } = sizeOf(parse(text), schema);
  return [fields, depth, cost];
};

describe('the size of a GraphQL request, as root fields, depth and cost', () => {
  it.each([
    ['{ hospital { name } }', [1, 2, 2]],
    ['{ hospitals { name } }', [1, 2, 11]],
    ['{ a: hospital { name } b: hospital { name } }', [2, 2, 4]],
    ['{ hospitals { trust { hospitals { name } } } }', [1, 4, 1 + 10 * (1 + 1 + 10)]],
    ['query A { hospital { name } } query B { hospitals { name } }', [1, 2, 11]],
    ['{ ... { ... on Query { hospitals { ... on Hospital { name } } } } }', [1, 2, 11]],
    ['{ ...two ...two } fragment two on Query { a: hospital { name } b: hospitals { name } }', [4, 2, 26]],
    ['{ __schema { types { fields { type { ofType { name } } } } } }', [1, 1, 1]],
  ])('of %s is %j', (text, expected) => {
    expect(size(text)).toEqual(expected);
  });

  it('is found for fragments that go round in circles, or double each other', () => {
    expect(
      size('{ ...a } fragment a on Query { hospital { name } ...b } fragment b on Query { ...a }'),
    ).toEqual([1, 2, 2]);
    const doubling = Array.from(
      { length: 60 },
      (_, at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`,
    );
    expect(
      sizeOf(parse(`{ ...f0 } ${doubling.join(' ')} fragment f60 on Query { hospital { name } }`), schema),
    ).toEqual({ fields: 2 ** 60, depth: 2, cost: 2 ** 61 });
  });
});

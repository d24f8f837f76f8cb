import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { startBuilt } from '../support/built-server.js';
import { copyOfTemplate } from '../support/start-server.js';

const { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } =
  createRequire(import.meta.url)('graphql') as typeof import('graphql');

/** Putting the server into one file may rename classes that clash; types are known by the names of theirs. */
describe('the product as it is built', () => {
  it('offers the committed schema, type by type and name by name', async () => {
    const place = await copyOfTemplate();
    const server = await startBuilt(place);
    try {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: getIntrospectionQuery() }),
      });
      const { data } = (await answer.json()) as { data: import('graphql').IntrospectionQuery };
      const committed = readFileSync(new URL('../../shared/schema.graphql', import.meta.url), 'utf8');
      expect(printSchema(lexicographicSortSchema(buildClientSchema(data)))).toBe(
        printSchema(lexicographicSortSchema(buildSchema(committed))),
      );
    } finally {
      await server.stop();
      await place.remove();
    }
  });
});

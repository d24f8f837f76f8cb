import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { type BuiltProduct, startBuiltProduct } from '../support/built-product.js';
import { clientOperations } from '../support/client-operations.js';
import type { GraphqlAnswer } from '../support/start-server.js';

const CLIENT = join(import.meta.dirname, '../../client');
const operations = clientOperations();
const idOf = (name: string): string =>
  Object.entries(operations).find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`).test(text))![0];

/** Files of a folder and below. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the operations of the built client', () => {
  it('are all in the list, each under the hash of its text', () => {
    const written = filesIn(join(CLIENT, 'src'))
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^\s+(?:query|mutation) (\w+)\s*[({]/gm)])
      .map(([, name]) => name!);
    const listed = Object.values(operations).map((text) => /^(?:query|mutation) (\w+)/.exec(text)?.[1]);
    expect(written.length).toBeGreaterThan(150);
    expect(new Set(written).size, 'no two operations have one name').toBe(written.length);
    expect(listed.toSorted()).toEqual(written.toSorted());
    for (const [id, text] of Object.entries(operations))
      expect(createHash('sha256').update(text).digest('hex')).toBe(id);
  });

  it('stand in the built files as ids alone', () => {
    const code = filesIn(join(CLIENT, 'dist/app/assets'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const [id, text] of Object.entries(operations)) {
      expect(code.includes(id), text.split('\n')[0]).toBe(true);
      expect(code).not.toContain(text.split('\n')[0]);
    }
  });
});

// The engine makes no difference to what is asked, so one of them is enough.
describe.skipIf(inject('template').engine === 'postgres')('the built product in production', () => {
  let product: BuiltProduct;
  beforeAll(async () => {
    product = await startBuiltProduct({ MODE: 'production' });
  });
  afterAll(() => product.remove());

  const post = async (
    body: unknown,
    { path = '/graphql', type = 'application/json' } = {},
  ): Promise<{ status: number; answer: GraphqlAnswer }> => {
    const response = await fetch(product.url + path, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: (await response.json()) as GraphqlAnswer };
  };
  const refusal = (field: string) => ({
    status: 400,
    answer: {
      errors: [
        {
          message: expect.any(String),
          extensions: { code: 'UNKNOWN_OPERATION', field, mend: expect.stringMatching(/\.$/) },
        },
      ],
    },
  });

  it('carries out an operation by its id, with its variables', async () => {
    const { status, answer } = await post({
      documentId: idOf('SearchPlaces'),
      variables: { text: 'oldham' },
    });
    expect([status, answer.errors]).toEqual([200, undefined]);
    expect(JSON.stringify(answer.data)).toMatch(/Oldham/i);
  });

  it('carries out none whose text comes along, not even a text that it knows or that hides behind an id', async () => {
    const query = '{ viewer { demo } }';
    expect(await post({ query })).toEqual(refusal('query'));
    expect(await post({ query: operations[idOf('SearchPlaces')], variables: { text: 'oldham' } })).toEqual(
      refusal('query'),
    );
    expect(await post({ query, documentId: 'f'.repeat(64) })).toEqual(refusal('documentId'));
    // The id decides; the text beside it is not looked at.
    const { answer } = await post({
      query: '{ __typename }',
      documentId: idOf('SearchPlaces'),
      variables: { text: 'oldham' },
    });
    expect(Object.keys(answer.data ?? {})).toEqual(['search']);
  });

  it.each([
    ['a question for the schema', { query: '{ __schema { types { name } } }' }, 'query'],
    ['several at once', [{ query: '{ viewer { demo } }' }], 'query'],
    ['nothing', {}, 'query'],
    ['a name that every object has', { documentId: 'constructor' }, 'documentId'],
    [
      'a text to be kept under its hash',
      {
        query: '{ viewer { demo } }',
        extensions: {
          persistedQuery: {
            version: 1,
            sha256Hash: createHash('sha256').update('{ viewer { demo } }').digest('hex'),
          },
        },
      },
      'query',
    ],
  ])('refuses %s by name', async (_what, body, field) => {
    expect(await post(body)).toEqual(refusal(field));
  });

  it('has no way round: neither another method, nor another spelling of the address, nor a form', async () => {
    const asked = `query=${encodeURIComponent('{ viewer { demo } }')}`;
    for (const path of ['/graphql', '/graphql/', '//graphql', '/GraphQL', '/%67raphql', '/graphql;a'])
      for (const given of [
        { method: 'GET', headers: { 'apollo-require-preflight': '1', accept: 'application/json' } },
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'apollo-require-preflight': '1' },
          body: asked,
        },
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ viewer { demo } }"}',
        },
      ] as readonly RequestInit[]) {
        const text = await (await fetch(`${product.url}${path}?${asked}`, given)).text();
        expect(text, `${given.method} ${path}`).not.toContain('"demo"');
      }
  });
});

import { OPEN_ADDRESSES } from '@liaison-atlas/shared/publication/open-addresses';
import { itemParameters } from '@liaison-atlas/shared/publication/ogc/items-query';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OpenCollections } from '../../server/src/publication/ogc/open-collections.service.js';
import { RELEASE_FILES } from '../../server/src/publication/open-data.service.js';
import { publicRoutes } from '../support/public-routes.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** What is made for people, or for the answering pages of this server; everything else is for programs. */
const PAGES = /^\/(\*|sign-in|respond|r|query|reply|opt-out|respond-assets|preview)(\/|$)/;

/** Whether a route of the server answers a described address: its parameters may be parts of a file's name. */
function answers(route: string, described: string): boolean {
  const [own, others] = [route.split('/'), described.split('/')];
  return (
    own.length === others.length &&
    own.every((part, at) => part === others[at] || (part.startsWith(':') && others[at] !== ''))
  );
}

/** Names of what can be asked behind the question mark; what is shared between addresses is looked up. */
const queryNames = (document: any, path: string): string[] =>
  document.paths[path].get.parameters
    .map((parameter: any) =>
      parameter.$ref === undefined
        ? parameter
        : document.components.parameters[parameter.$ref.split('/').at(-1)],
    )
    .filter((parameter: any) => parameter.in === 'query')
    .map(({ name }: any) => name);

const deepRefs = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) =>
        name === '$ref' && typeof member === 'string' ? [member] : deepRefs(member),
      );

describe('the description of the open interface', () => {
  let server: TestServer;
  let described: any;
  let older: any;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: 'https://atlas.example' });
    described = await (await server.get('/open/v1/openapi.json')).json();
    older = await (await server.get('/open/v1/openapi-3.0.json')).json();
  });
  afterAll(() => server.stop());

  it('leaves out no address that programs may read', () => {
    const routes = publicRoutes(server).filter((route) => !PAGES.test(route));
    expect(routes.length).toBeGreaterThan(18);
    const paths = Object.keys(described.paths);
    // To mend: add the address to shared/src/publication/open-addresses.ts and run npm run schema.
    expect(routes.filter((route) => !paths.some((path) => answers(route, path)))).toEqual([]);
    expect(paths.filter((path) => !routes.some((route) => answers(route, path)))).toEqual([]);
    for (const file of RELEASE_FILES) expect(paths).toContain(`/open/v1/rounds/{round}/${file}`);
  });

  it('would find an address that is not described', () => {
    expect(answers('/open/v1/rounds/:round/secret.json', '/open/v1/rounds/{round}/summary.json')).toBe(false);
    expect(answers('/open/v1/rounds/:round/:file', '/open/v1/rounds/{round}/summary.json')).toBe(true);
  });

  it('names every parameter that the collections take, and no other', () => {
    const declared = queryNames(described, '/open/v1/collections/{collection}/items');
    const taken = server.app
      .get(OpenCollections)
      .list()
      .flatMap(({ head }) => itemParameters(head));
    expect(new Set(declared)).toEqual(new Set(taken));
    const { enum: ids } = described.paths['/open/v1/collections/{collection}'].get.parameters[0].schema;
    expect(ids).toEqual(
      server.app
        .get(OpenCollections)
        .list()
        .map(({ head }) => head.id),
    );
  });

  it('tells a GIS under the paths of the standard how each collection can be narrowed, and the highest limit', () => {
    for (const { head } of server.app.get(OpenCollections).list())
      expect(new Set(queryNames(older, `/collections/${head.id}/items`))).toEqual(
        new Set(itemParameters(head)),
      );
    expect(older.components.parameters.limit.schema).toMatchObject({ maximum: 1000, default: 100 });
    for (const path of ['/', '/conformance', '/collections', '/collections/{collection}'])
      expect(Object.keys(older.paths)).toContain(path);
    expect(Object.keys(older.paths).filter((path) => /^\/(open\/|fhir|health)/.test(path))).toEqual([]);
  });

  it.each(['3.1.0', '3.0.3'])('is well formed as OpenAPI %s', (version) => {
    const document = version === '3.1.0' ? described : older;
    expect(document.openapi).toBe(version);
    expect(document).toMatchObject({
      info: { title: expect.any(String), version: expect.any(String), license: { name: expect.any(String) } },
      servers: [{ url: `https://atlas.example${version === '3.1.0' ? '' : '/open/v1'}` }],
    });
    const operations = Object.entries<any>(document.paths);
    if (version === '3.1.0') expect(operations).toHaveLength(OPEN_ADDRESSES.length);
    const ids = operations.map(([, { get }]) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags.map(({ name }: any) => name));
    for (const [path, { get }] of operations) {
      const open = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = get.parameters.filter((parameter: any) => parameter.in === 'path');
      expect(
        inPath.map(({ name }: any) => name),
        path,
      ).toEqual(open);
      for (const { required, schema } of inPath) expect([required, schema.type]).toEqual([true, 'string']);
      const names = get.parameters.map(({ name, $ref }: any) => name ?? $ref);
      expect(new Set(names).size, path).toBe(names.length);
      expect(get.tags.every((tag: string) => tags.has(tag))).toBe(true);
      for (const [status, response] of Object.entries<any>(get.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        if (!('$ref' in response)) expect(response.description, path).toMatch(/\w/);
      }
    }
    for (const reference of deepRefs({ ...document, components: { ...document.components, schemas: {} } })) {
      const target = reference
        .replace('#/', '')
        .split('/')
        .reduce((at: any, part) => at?.[part], document);
      expect(target, reference).toBeDefined();
    }
    // What OpenAPI 3.0 does not know: other dialects of JSON Schema.
    if (version === '3.0.3') expect(JSON.stringify(document)).not.toMatch(/\$schema|\$defs|"const"|"null"/);
  });

  describe('holds what it says', () => {
    let ajv: Ajv2020;
    beforeAll(() => {
      ajv = new Ajv2020({ strict: false, allErrors: true });
      ajv.addSchema(described.components.schemas.error);
      for (const [name, schema] of Object.entries<any>(described.components.schemas)) {
        expect(schema.$id).toBe(`urn:liaison-atlas:open-v1:${name}`);
        if (name !== 'error') ajv.addSchema(schema);
      }
    });
    const schemaOf = (name: string): ValidateFunction => {
      const validate = ajv.getSchema(
        `urn:liaison-atlas:open-v1:${name.replace('#/components/schemas/', '')}`,
      );
      if (validate === undefined) throw new Error(`no schema ${name}`);
      return validate;
    };

    const callable = OPEN_ADDRESSES.filter(({ example }) => example !== '');
    it.each(callable.map(({ example, path }) => [example, path]))('at %s', async (example, path) => {
      const { content } = described.paths[path].get.responses['200'];
      const answer = await server.get(example);
      expect(answer.status).toBe(200);
      const [[mediaType, { schema }]] = Object.entries<any>(content) as [[string, any]];
      expect(answer.headers.get('content-type')?.split(';')[0]).toBe(mediaType);
      const body: unknown = schema.type === 'string' ? await answer.text() : await answer.json();
      if (schema.$ref !== undefined) {
        const validate = schemaOf(schema.$ref);
        expect(validate(body), ajv.errorsText(validate.errors)).toBe(true);
      } else expect(typeof body).toBe(schema.type);
      const limited = described.paths[path].get.responses['429'] !== undefined;
      expect(answer.headers.has('ratelimit'), 'limit').toBe(limited);
      expect(answer.headers.has('etag'), 'etag').toBe(limited);
    });

    it('and what is refused has the shape of a refusal', async () => {
      const answer = await server.get('/open/v1/collections/areas/items?x=1');
      expect(schemaOf('error')(await answer.json())).toBe(true);
    });
  });
});

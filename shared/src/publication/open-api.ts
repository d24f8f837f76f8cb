import type { CollectionHead } from './ogc/feature-set.js';
import { itemParameters } from './ogc/items-query.js';
import { OPEN_PARTS, type OpenAddress, type OpenParameter } from './open-address.js';

/** A JSON schema of the contract (`shared/contracts/open-v1`), by its name there. */
export type ContractSchemas = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Described {
  readonly addresses: readonly OpenAddress[];
  /** Address of the site, such as `https://atlas.example`. */
  readonly site: string;
  readonly schemas: ContractSchemas;
  readonly collections: readonly CollectionHead[];
  /** Requests a minute that one address may make; 0 = no limit. */
  readonly requestsPerMinute: number;
}

/** Who reads which version: everybody 3.1; a GIS 3.0, the one that OGC API Features knows. */
export type OpenApiVersion = '3.1.0' | '3.0.3';

/** Entrance of the features, to which a GIS adds the paths that it knows from the standard. */
const ENTRANCE = '/open/v1';
const ITEMS = `${ENTRANCE}/collections/{collection}/items`;

/**
 * The open interface in the words of OpenAPI. In 3.1 every address is there, and each answer has the very schema that the
 * tests hold it against. 3.0 is for a GIS: what lies below the entrance of the features, under the paths of the standard
 * (`/collections/hospitals/items`), each collection with the parameters that it takes; its dialect of JSON Schema is
 * another one, so only the media types are said.
 */
export function toOpenApi(version: OpenApiVersion, described: Described) {
  const { site, schemas, requestsPerMinute } = described;
  const full = version === '3.1.0';
  const addresses = full ? described.addresses : forGis(described);
  return {
    openapi: version,
    info: {
      title: 'Liaison Atlas: open data',
      version: '1',
      description:
        'What English acute hospitals reported on IAPT and liaison psychiatry, from releases of the survey only. No key ' +
        'and no account. Members and addresses are added and not changed. Every answer has an ETag; send it back as ' +
        `If-None-Match and get 304 while nothing has changed.${limitSentence(requestsPerMinute)} "Not known" and "not ` +
        'published" never mean "no". What has kind synthetic is invented.',
      license: {
        name: 'Open Government Licence v3.0, for hospital facts and areas',
        url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      },
    },
    servers: [{ url: full ? site : `${site}${ENTRANCE}` }],
    tags: Object.entries(OPEN_PARTS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(addresses.map((address) => [address.path, { get: operation(address, full) }])),
    components: {
      schemas: full ? schemas : { error: ERROR_OF_3_0 },
      headers: HEADERS,
      parameters: Object.fromEntries(
        addresses
          .flatMap(({ parameters }) => parameters)
          .filter(({ name }) => name === PAGE_SIZE)
          .map((shared) => [shared.name, parameter(shared)]),
      ),
      responses: {
        Unchanged: { description: 'You have it already: the ETag that you sent is that of the answer.' },
        Refused: refusal(
          'A parameter is unknown or cannot be read; field and mend say which and what to do.',
        ),
        Missing: refusal('There is no such thing, or nothing has been released of that round.'),
        TooMany: refusal('Too many requests within a minute; Retry-After says how many seconds to wait.', {
          'Retry-After': { $ref: '#/components/headers/RetryAfter' },
        }),
        FhirOutcome: {
          description: 'Refused or missing: an OperationOutcome.',
          content: { 'application/fhir+json': { schema: { type: 'object' } } },
        },
      },
    },
  };
}

/** The one parameter that a GIS looks for among the shared ones. */
const PAGE_SIZE = 'limit';

const forGis = ({ addresses, collections }: Described): readonly OpenAddress[] =>
  addresses
    .filter(({ path }) => path.startsWith(ENTRANCE))
    .flatMap((address) =>
      address.path === ITEMS ? collections.map((head) => itemsOf(address, head)) : [address],
    )
    .map((address) => ({ ...address, path: address.path.slice(ENTRANCE.length) || '/' }));

const itemsOf = (address: OpenAddress, head: CollectionHead): OpenAddress => ({
  ...address,
  path: ITEMS.replace('{collection}', head.id),
  operation: `${address.operation}Of${head.id.replace(/(^|-)(\w)/g, (_all, _dash, first: string) => first.toUpperCase())}`,
  holds: `${head.title}: ${address.holds.toLowerCase()}`,
  example: ITEMS.replace('{collection}', head.id),
  parameters: address.parameters.filter(({ name }) => itemParameters(head).includes(name)),
});

const limitSentence = (requests: number): string =>
  requests === 0
    ? ''
    : ` One address may ask ${requests} times a minute; the header RateLimit says what is left.`;

function operation(address: OpenAddress, full: boolean) {
  const { operation: operationId, part, holds, parameters, mediaType, schema, mayBeMissing } = address;
  const fhir = part === 'fhir';
  const outcome = { $ref: '#/components/responses/FhirOutcome' };
  const refers = (name: string) => (fhir ? outcome : { $ref: `#/components/responses/${name}` });
  const limited = !address.path.startsWith('/health');
  return {
    operationId,
    tags: [part],
    summary: holds,
    description: address.example === '' ? holds : `For example: ${address.example}`,
    parameters: parameters.map((each) =>
      each.name === PAGE_SIZE ? { $ref: `#/components/parameters/${PAGE_SIZE}` } : parameter(each),
    ),
    responses: {
      200: {
        description: holds,
        headers: limited
          ? {
              ETag: { $ref: '#/components/headers/ETag' },
              RateLimit: { $ref: '#/components/headers/RateLimit' },
              'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
            }
          : {},
        content: {
          [mediaType]: {
            schema: !mediaType.endsWith('json')
              ? { type: 'string' }
              : full && schema !== ''
                ? { $ref: `#/components/schemas/${schema}` }
                : full
                  ? { type: 'object' }
                  : {},
          },
        },
      },
      ...(limited ? { 304: { $ref: '#/components/responses/Unchanged' } } : {}),
      ...(parameters.some((each) => each.in === 'query') ? { 400: refers('Refused') } : {}),
      ...(mayBeMissing ? { 404: refers('Missing') } : {}),
      ...(limited ? { 429: refers('TooMany') } : {}),
    },
  };
}

const parameter = ({ name, in: place, description, schema }: OpenParameter) => ({
  name,
  in: place,
  description,
  required: place === 'path',
  schema,
  ...(place === 'query' ? { style: 'form', explode: false } : {}),
});

const refusal = (description: string, headers?: Readonly<Record<string, unknown>>) => ({
  description,
  ...(headers === undefined ? {} : { headers }),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
});

const HEADERS = {
  ETag: { description: 'Name of this content, for If-None-Match.', schema: { type: 'string' } },
  RateLimit: {
    description:
      'What is left (r) and in how many seconds (t) it begins anew; absent where nothing is counted.',
    schema: { type: 'string' },
    example: '"open";r=599;t=60',
  },
  RateLimitPolicy: {
    description: 'How many requests (q) one address may make in how many seconds (w).',
    schema: { type: 'string' },
    example: '"open";q=600;w=60',
  },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
};

const ERROR_OF_3_0 = {
  type: 'object',
  properties: Object.fromEntries(
    ['code', 'field', 'message', 'mend'].map((name) => [name, { type: 'string' }]),
  ),
  required: ['code', 'field', 'message', 'mend'],
};

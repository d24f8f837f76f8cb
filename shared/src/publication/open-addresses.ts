import { FHIR_TYPES } from './fhir/fhir-resource.js';
import { SEARCH_PARAMETERS } from './fhir/fhir-search.js';
import { AREAS } from './ogc/area-features.js';
import { EARLY_IMPLEMENTERS } from './ogc/early-implementer-features.js';
import { HOSPITALS } from './ogc/hospital-features.js';
import { HIGHEST_LIMIT, USUAL_LIMIT } from './ogc/items-query.js';
import { OPEN_EXPORTS, OPEN_REPORTS } from './open-release-files.js';
import { address, FHIR_JSON, inPath, inQuery } from './make-open-address.js';
import type { OpenAddress, OpenParameter } from './open-address.js';
import { BRIEFING_ADDRESSES } from './open-briefings.js';
import { SERVICE_ADDRESSES } from './open-service-addresses.js';

const GEO_JSON = 'application/geo+json';
const OPENAPI = 'application/vnd.oai.openapi+json';

const ROUND = inPath('round', 'Id of a round, from /open/v1/rounds');
const F = inQuery('f', 'Only JSON can be had', { type: 'string', enum: ['json'] });

const COLLECTION = inPath('collection', 'Id of a collection', [
  'hospitals',
  'areas',
  'early-implementers',
  'case-studies',
]);

/** By which properties features can be narrowed; each is refused by a collection that lacks it. */
const PROPERTY_FILTERS: readonly OpenParameter[] = [
  ...[HOSPITALS, AREAS, EARLY_IMPLEMENTERS].flatMap(({ id, filters }) =>
    filters.map(({ name, description }) => inQuery(name, `${id} only: ${description}`)),
  ),
  inQuery('letter', 'case-studies only: letter of the appendix that tells it'),
];

/**
 * Every address that anybody may read. The page `/data`, `docs/data.md` and both OpenAPI descriptions are made from this
 * list; a test walks the server's routes and fails when one is missing here.
 */
export const OPEN_ADDRESSES: readonly OpenAddress[] = [
  address('rounds', 'listRounds', '/open/v1/rounds', 'All rounds with kind, state and latest release', {
    schema: 'rounds',
  }),
  address(
    'rounds',
    'getSummary',
    '/open/v1/rounds/{round}/summary.json',
    'Figures of a round: frame, forms, indicators with bounds and intervals, scores; themes if coded',
    { parameters: [ROUND], schema: 'summary', example: '/open/v1/rounds/2017-18/summary.json' },
  ),
  address(
    'rounds',
    'getHospitals',
    '/open/v1/rounds/{round}/hospitals.geojson',
    'One point a hospital: what is reported, kind, time',
    {
      parameters: [ROUND],
      mediaType: GEO_JSON,
      schema: 'hospitals',
      example: '/open/v1/rounds/2017-18/hospitals.geojson',
    },
  ),
  address(
    'rounds',
    'getHospitalsTable',
    '/open/v1/rounds/{round}/hospitals.csv',
    'The same as a table, one row a hospital',
    { parameters: [ROUND], mediaType: 'text/csv', example: '/open/v1/rounds/2017-18/hospitals.csv' },
  ),
  address(
    'rounds',
    'getFhirBundle',
    '/open/v1/rounds/{round}/fhir-bundle.json',
    'A release as one FHIR R4 Bundle',
    { parameters: [ROUND], mediaType: FHIR_JSON, example: '/open/v1/rounds/2017-18/fhir-bundle.json' },
  ),
  address(
    'rounds',
    'listFiles',
    '/open/v1/rounds/{round}/files.json',
    'Every file of the release with what it holds, bytes and SHA-256',
    { parameters: [ROUND], example: '/open/v1/rounds/2017-18/files.json' },
  ),
  address(
    'rounds',
    'getChanges',
    '/open/v1/rounds/{round}/changes.json',
    'What the release says otherwise than the one before it: figures of both, hospitals',
    { parameters: [ROUND], schema: 'changes', example: '/open/v1/rounds/2017-18/changes.json' },
  ),
  ...[...OPEN_EXPORTS, ...OPEN_REPORTS].map(({ name, operation, holds, mediaType }) =>
    address('rounds', operation, `/open/v1/rounds/{round}/${name}`, holds, {
      parameters: [ROUND],
      mediaType,
      example: `/open/v1/rounds/2017-18/${name}`,
    }),
  ),
  address(
    'rounds',
    'listReleases',
    '/open/v1/rounds/{round}/releases',
    'Every release of a round, and what became of it',
    { parameters: [ROUND], schema: 'releases', example: '/open/v1/rounds/2017-18/releases' },
  ),
  address(
    'rounds',
    'getReleaseFile',
    '/open/v1/rounds/{round}/releases/{number}/{file}',
    'A file of one release, as files.json lists them; 410 when it was withdrawn',
    {
      parameters: [
        ROUND,
        inPath('number', 'Number of a release'),
        inPath(
          'file',
          'Name of a file, such as summary.json; not the report, which goes with the newest release',
        ),
      ],
      example: '/open/v1/rounds/2017-18/releases/1/summary.json',
    },
  ),
  address(
    'rounds',
    'getExactFile',
    '/open/v1/rounds/{round}/releases/{number}/{sha256}/{file}',
    'A file of a release by the SHA-256 of its bytes, which a cache may keep for good; from files.json',
    {
      parameters: [
        ROUND,
        inPath('number', 'Number of a release'),
        inPath('sha256', 'SHA-256 of the bytes, from files.json'),
        inPath(
          'file',
          'Name of a file, such as summary.json; not the report, which goes with the newest release',
        ),
      ],
      example: '',
    },
  ),
  address(
    'places',
    'getFrameHospitals',
    '/open/v1/frames/{frame}/hospitals.geojson',
    'The hospitals that a frame lists, without answers',
    {
      parameters: [inPath('frame', 'Id of a frozen frame')],
      mediaType: GEO_JSON,
      schema: 'frame',
      example: '/open/v1/frames/acute-ed-2018/hospitals.geojson',
    },
  ),
  address(
    'places',
    'getEarlyImplementers',
    '/open/v1/early-implementers.geojson',
    'Early-implementer areas that a source names',
    { mediaType: GEO_JSON, schema: 'early-implementers' },
  ),
  address('places', 'listAreas', '/open/v1/areas', 'Regions, ICBs and CCGs of 2018 with level and code', {
    schema: 'areas',
  }),
  address(
    'places',
    'getArea',
    '/open/v1/areas/{code}.json',
    'One area in a round: a sentence, counts that add up, its hospitals',
    {
      parameters: [
        inPath('code', 'Code of an area, from /open/v1/areas, or of a trust; england = England'),
        inQuery('round', 'A released round; without it the newest of real answers'),
      ],
      schema: 'area',
      example: '/open/v1/areas/QOP.json?round=2017-18',
    },
  ),
  ...BRIEFING_ADDRESSES,
  address(
    'places',
    'listCaseStudies',
    '/open/v1/case-studies',
    'Ten services retold from a report of 2016, by priority area',
    { schema: 'case-studies' },
  ),
  ...SERVICE_ADDRESSES,
  address('features', 'getLandingPage', '/open/v1', 'The entrance: give this address to a GIS', {
    parameters: [F],
    schema: 'landing-page',
  }),
  address('features', 'getConformance', '/open/v1/conformance', 'Which standards are kept to', {
    parameters: [F],
    schema: 'conformance',
  }),
  address(
    'features',
    'listCollections',
    '/open/v1/collections',
    'The four collections with extent and links',
    { parameters: [F], schema: 'collections' },
  ),
  address('features', 'getCollection', '/open/v1/collections/{collection}', 'One collection', {
    parameters: [COLLECTION, F],
    schema: 'collection',
    example: '/open/v1/collections/hospitals',
  }),
  address(
    'features',
    'getFeatures',
    '/open/v1/collections/{collection}/items',
    'Features, a page at a time, narrowed by place, time and properties',
    {
      parameters: [
        COLLECTION,
        inQuery(
          'bbox',
          'West, south, east, north in degrees of WGS 84 (with six numbers the third and sixth are heights); a west ' +
            'that lies east of the east goes over the antimeridian. What has no place lies in no box.',
          { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 },
        ),
        inQuery(
          'datetime',
          'A moment or a period of RFC 3339, such as 2017-12-01/2018-01-31; .. leaves an end open. Collections without ' +
            'a time are not narrowed by it.',
        ),
        inQuery('limit', 'Features a page; more than the maximum gives the maximum', {
          type: 'integer',
          minimum: 1,
          maximum: HIGHEST_LIMIT,
          default: USUAL_LIMIT,
        }),
        inQuery('offset', 'How many to leave out at the beginning; follow the links instead', {
          type: 'integer',
          minimum: 0,
          default: 0,
        }),
        inQuery('round', 'hospitals only: a released round; without it the newest of real answers'),
        ...PROPERTY_FILTERS,
        F,
      ],
      mediaType: GEO_JSON,
      schema: 'features',
      example: '/open/v1/collections/hospitals/items?bbox=-3,53,-1,55&limit=10',
    },
  ),
  address('features', 'getFeature', '/open/v1/collections/{collection}/items/{feature}', 'One feature', {
    parameters: [
      COLLECTION,
      inPath('feature', 'Id of a feature'),
      inQuery('round', 'hospitals only: a released round; without it the newest of real answers'),
      F,
    ],
    mediaType: GEO_JSON,
    schema: 'feature',
    example: '/open/v1/collections/areas/items/QOP',
  }),
  address('fhir', 'getCapabilities', '/fhir/metadata', 'CapabilityStatement: what can be asked', {
    mediaType: FHIR_JSON,
  }),
  address('fhir', 'searchResources', '/fhir/{type}', 'A searchset Bundle, a page at a time', {
    parameters: [
      inPath('type', 'Type of resource', FHIR_TYPES),
      ...SEARCH_PARAMETERS.map(({ name, documentation }) => inQuery(name, documentation)),
      inQuery('_count', 'Resources a page', { type: 'integer', minimum: 0, maximum: 500, default: 50 }),
      inQuery('_offset', 'How many to leave out at the beginning; follow the links instead', {
        type: 'integer',
        minimum: 0,
        default: 0,
      }),
      inQuery('_format', 'Only JSON can be had'),
      inQuery('_pretty', 'Taken and not used'),
    ],
    mediaType: FHIR_JSON,
    example: '/fhir/Location?name=royal&_count=5',
  }),
  address('fhir', 'readResource', '/fhir/{type}/{id}', 'One resource', {
    parameters: [inPath('type', 'Type of resource', FHIR_TYPES), inPath('id', 'Id of a resource')],
    mediaType: FHIR_JSON,
    example: '/fhir/Location/RW603',
  }),
  address(
    'service',
    'getOpenApi',
    '/open/v1/openapi.json',
    'This list as OpenAPI 3.1, with the schemas of the answers',
    { mediaType: OPENAPI },
  ),
  address('service', 'getOpenApi30', '/open/v1/openapi-3.0.json', 'The features as OpenAPI 3.0, for a GIS', {
    mediaType: OPENAPI,
  }),
  address('service', 'getLive', '/health/live', '{"status":"ok"} as long as the server answers at all'),
  address('service', 'getHealth', '/health/ready', '{"status":"ok"} when the server is ready'),
];

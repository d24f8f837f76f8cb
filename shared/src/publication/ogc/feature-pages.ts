import { boxAround } from './bounding-box.js';
import type { CollectionHead, FeatureSet, OpenFeature } from './feature-set.js';
import { type ItemsQuery, matching } from './items-query.js';

/** Longitude before latitude on WGS 84, the only reference system here. */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const GEO_JSON = 'application/geo+json';
const JSON_TYPE = 'application/json';

/** A link as RFC 8288 and OGC API Features write it. */
export interface OpenLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}

const link = (rel: string, href: string, type: string, title: string): OpenLink => ({
  href,
  rel,
  type,
  title,
});

/** What of OGC API Features, part 1, the addresses keep to. */
export const CONFORMS_TO = ['core', 'oas30', 'geojson'].map(
  (part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`,
);

/**
 * The entrance: where a GIS that is given this one address finds everything else.
 * @param base address of the entrance, such as `https://atlas.example/open/v1`
 */
export const toLandingPage = (base: string) => ({
  title: 'Liaison Atlas: open data',
  description:
    'What English acute hospitals reported on IAPT and liaison psychiatry, from releases only; hospitals, areas, ' +
    'early implementers and case studies as features.',
  links: [
    link('self', base, JSON_TYPE, 'This page'),
    link(
      'service-desc',
      `${base}/openapi-3.0.json`,
      'application/vnd.oai.openapi+json;version=3.0',
      'All addresses, as OpenAPI 3.0',
    ),
    link(
      'service-desc',
      `${base}/openapi.json`,
      'application/vnd.oai.openapi+json;version=3.1',
      'All addresses with the schemas of their answers, as OpenAPI 3.1',
    ),
    link('service-doc', `${base.replace(/\/open\/v1$/, '')}/data`, 'text/html', 'Open data: explained'),
    link('conformance', `${base}/conformance`, JSON_TYPE, 'Which standards these addresses keep to'),
    link('data', `${base}/collections`, JSON_TYPE, 'Collections of features'),
    link('related', `${base}/rounds`, JSON_TYPE, 'Rounds of the survey with their releases'),
  ],
});

/** The body of `GET /open/v1/conformance`. */
export const toConformance = () => ({ conformsTo: CONFORMS_TO });

/** One collection: what it holds, where it lies, when it is true. */
export function toCollection(base: string, head: CollectionHead, { about, time, features }: FeatureSet) {
  const address = `${base}/collections/${head.id}`;
  const box = boxAround(features.map(({ geometry }) => geometry));
  return {
    id: head.id,
    title: head.title,
    description: head.description,
    attribution: about.attribution,
    itemType: 'feature',
    crs: [CRS84],
    extent: {
      ...(box === null ? {} : { spatial: { bbox: [box], crs: CRS84 } }),
      ...(time === null
        ? {}
        : {
            temporal: {
              interval: [[moment(time.from), moment(time.to)]],
              trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
            },
          }),
    },
    links: [
      link('self', address, JSON_TYPE, head.title),
      link('items', `${address}/items`, GEO_JSON, `${head.title}: features`),
      link(
        'license',
        'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
        'text/html',
        'Open Government Licence v3.0, for hospital facts and areas',
      ),
    ],
  };
}

export type OpenCollection = ReturnType<typeof toCollection>;

/** The body of `GET /open/v1/collections`. */
export const toCollections = (base: string, collections: readonly OpenCollection[]) => ({
  links: [link('self', `${base}/collections`, JSON_TYPE, 'Collections of features')],
  collections,
});

/** One page of a collection. */
export interface FeaturePage {
  readonly type: 'FeatureCollection';
  readonly [about: string]: unknown;
  /** When this answer was made, as the standard demands. */
  readonly timeStamp: string;
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly OpenLink[];
  readonly features: readonly OpenFeature[];
}

/** The features that were asked for, with the ways to the pages before and after. */
export function toFeaturePage(
  base: string,
  head: CollectionHead,
  set: FeatureSet,
  query: ItemsQuery,
  timeStamp: string,
): FeaturePage {
  const { limit, offset } = query;
  const matched = matching(set, query);
  const features = matched.slice(offset, offset + limit);
  const address = `${base}/collections/${head.id}`;
  const pageAt = (start: number): string => {
    const others = query.asked.filter(([name]) => name !== 'offset');
    return `${address}/items${queryText(start === 0 ? others : [...others, ['offset', String(start)]])}`;
  };
  return {
    type: 'FeatureCollection',
    ...set.about,
    timeStamp,
    numberMatched: matched.length,
    numberReturned: features.length,
    links: [
      link('self', pageAt(offset), GEO_JSON, 'This page'),
      ...(offset + features.length < matched.length && features.length > 0
        ? [link('next', pageAt(offset + limit), GEO_JSON, 'Next page')]
        : []),
      ...(offset > 0 ? [link('prev', pageAt(Math.max(0, offset - limit)), GEO_JSON, 'Page before')] : []),
      link('collection', address, JSON_TYPE, head.title),
    ],
    features,
  };
}

/**
 * One feature with the way back to its collection; `round` is named in its own address, so that it stays the same one.
 */
export function toFeatureAnswer(
  base: string,
  head: CollectionHead,
  set: FeatureSet,
  feature: OpenFeature,
  round: string | undefined,
) {
  const address = `${base}/collections/${head.id}`;
  const asked = queryText(round === undefined ? [] : [['round', round]]);
  return {
    ...feature,
    ...set.about,
    links: [
      link('self', `${address}/items/${encodeURIComponent(feature.id)}${asked}`, GEO_JSON, 'This feature'),
      link('collection', address, JSON_TYPE, head.title),
    ],
  };
}

/** Parameters as they stand in an address, with the question mark; '' = none. Commas are kept, as people write them. */
export const queryText = (asked: readonly (readonly [name: string, value: string])[]): string =>
  asked.length === 0
    ? ''
    : `?${asked.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`;

const moment = (at: number): string | null => (Number.isFinite(at) ? new Date(at).toISOString() : null);

import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import { queryText } from '../ogc/feature-pages.js';
import type { FhirIdentifier, FhirResource, FhirType } from './fhir-resource.js';

/** How many resources a page has when nobody says, and at most. */
const USUAL_COUNT = 50;
export const HIGHEST_COUNT = 500;

/** What can be searched by; the same list is in the CapabilityStatement. */
export const SEARCH_PARAMETERS = [
  { name: '_id', type: 'token', documentation: 'Ids, parted by commas.' },
  { name: 'identifier', type: 'token', documentation: 'value, or system|value.' },
  { name: 'name', type: 'string', documentation: 'How the name or title begins; case does not matter.' },
  {
    name: 'round',
    type: 'token',
    documentation: 'A released round; without it the newest released round of real answers.',
  },
] as const;
const PAGING = ['_count', '_offset'] as const;
/** Asked for by clients as a matter of course; JSON is all there is. */
const FORMATS = /^(json|application\/json|application\/fhir\+json)(;.*)?$/;

/** A search of one type. */
export interface FhirSearch {
  /** null = any. */
  readonly ids: readonly string[] | null;
  readonly identifier: { readonly system: string | null; readonly value: string } | null;
  /** In lower case; '' = any. */
  readonly name: string;
  readonly round: string | undefined;
  readonly count: number;
  readonly offset: number;
  readonly asked: readonly (readonly [name: string, value: string])[];
}

/** Reads a search. A parameter that is not known is refused: leaving it out would answer another question. */
export function parseFhirSearch(parameters: Readonly<Record<string, unknown>>): Result<FhirSearch, Problem> {
  const known = [...SEARCH_PARAMETERS.map(({ name }) => name as string), ...PAGING, '_format', '_pretty'];
  const asked: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    if (!known.includes(name))
      return bad(name.slice(0, 50), 'This cannot be searched by.', `Use ${known.join(', ')}.`);
    if (typeof value !== 'string') return bad(name, `${name} is given more than once.`, `Give ${name} once.`);
    if (name === '_format' && !FORMATS.test(value))
      return bad('_format', 'Only JSON can be had here.', 'Use _format=json, or leave it out.');
    if (name !== '_format' && name !== '_pretty') asked.push([name, value]);
  }
  const of = new Map(asked);
  for (const name of PAGING) {
    const text = of.get(name);
    if (text !== undefined && !/^\d{1,9}$/.test(text))
      return bad(name, `${name} is a whole number.`, `Use ${name}=${name === '_count' ? USUAL_COUNT : 0}.`);
  }
  const identifier = of.get('identifier');
  return accept({
    ids: of.get('_id')?.split(',') ?? null,
    identifier: identifier === undefined ? null : readToken(identifier),
    name: (of.get('name') ?? '').toLowerCase(),
    round: of.get('round'),
    count: Math.min(Number(of.get('_count') ?? USUAL_COUNT), HIGHEST_COUNT),
    offset: Number(of.get('_offset') ?? 0),
    asked,
  });
}

const bad = (
  field: string,
  message: string,
  mend: string,
): { readonly ok: false; readonly problems: readonly Problem[] } =>
  refuse({ code: 'BAD_INPUT', field, message, mend });

function readToken(text: string): { readonly system: string | null; readonly value: string } {
  const bar = text.indexOf('|');
  return bar === -1
    ? { system: null, value: text }
    : { system: text.slice(0, bar), value: text.slice(bar + 1) };
}

/** The resources of a type that a search finds, all pages together. */
export const found = (
  resources: readonly FhirResource[],
  type: FhirType,
  { ids, identifier, name }: FhirSearch,
): readonly FhirResource[] =>
  resources.filter(
    (resource) =>
      resource.resourceType === type &&
      (ids === null || ids.includes(resource.id)) &&
      (identifier === null || identifiersOf(resource).some((own) => isSame(own, identifier))) &&
      (name === '' || (resource.name ?? resource.title ?? '').toLowerCase().startsWith(name)),
  );

const identifiersOf = ({ identifier }: FhirResource): readonly FhirIdentifier[] =>
  Array.isArray(identifier) ? (identifier as readonly FhirIdentifier[]) : [identifier as FhirIdentifier];

/** FHIR: a token without a bar asks for the value in any system, one that begins with it for values without one. */
const isSame = (
  own: FhirIdentifier,
  { system, value }: { readonly system: string | null; readonly value: string },
): boolean => (system === null || own.system === system) && (value === '' || own.value === value);

interface BundleLink {
  readonly relation: 'self' | 'next' | 'previous';
  readonly url: string;
}

/**
 * One page of what was found.
 * @param base address of the FHIR endpoint, such as `https://atlas.example/fhir`
 */
export function toSearchBundle(
  base: string,
  type: FhirType,
  search: FhirSearch,
  resources: readonly FhirResource[],
) {
  const { count, offset, asked } = search;
  const pageAt = (start: number): string => {
    const others = asked.filter(([name]) => name !== '_offset');
    const text = queryText(start === 0 ? others : [...others, ['_offset', String(start)]]);
    return `${base}/${type}${text}`;
  };
  const page = resources.slice(offset, offset + count);
  const link: readonly BundleLink[] = [
    { relation: 'self', url: pageAt(offset) },
    ...(page.length > 0 && offset + count < resources.length
      ? [{ relation: 'next' as const, url: pageAt(offset + count) }]
      : []),
    ...(offset > 0 && count > 0
      ? [{ relation: 'previous' as const, url: pageAt(Math.max(0, offset - count)) }]
      : []),
  ];
  return {
    resourceType: 'Bundle' as const,
    type: 'searchset' as const,
    total: resources.length,
    link,
    ...(page.length === 0
      ? {}
      : {
          entry: page.map((resource) => ({
            fullUrl: `${base}/${type}/${resource.id}`,
            resource,
            search: { mode: 'match' as const },
          })),
        }),
  };
}

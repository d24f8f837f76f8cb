import type { Problem } from '../../kernel/problem.js';
import { accept, refuse, type Result } from '../../kernel/result.js';
import { type Box, meets, parseBoundingBox } from './bounding-box.js';
import type { CollectionHead, FeatureSet, OpenFeature } from './feature-set.js';
import { overlaps, parseTimeSpan, type TimeSpan } from './time-span.js';

/** How many features a page has when nobody says, and at most. */
export const USUAL_LIMIT = 100;
export const HIGHEST_LIMIT = 1000;

/** Which features of a collection are asked for. */
export interface ItemsQuery {
  /** null = everywhere, what has no place included. */
  readonly boxes: readonly Box[] | null;
  /** null = at any time. */
  readonly time: TimeSpan | null;
  readonly limit: number;
  readonly offset: number;
  /** undefined = the newest released round of real answers. */
  readonly round: string | undefined;
  readonly filters: readonly (readonly [name: string, value: string])[];
  /** What was asked as it was written, in the order of its names; another order is the same question. */
  readonly asked: readonly (readonly [name: string, value: string])[];
}

/** The names of all parameters that the items of a collection take. */
export const itemParameters = ({ ofRound, filters }: CollectionHead): readonly string[] => [
  'bbox',
  'datetime',
  'limit',
  'offset',
  ...(ofRound ? ['round'] : []),
  ...filters.map(({ name }) => name),
  'f',
];

/**
 * Reads the parameters of `/items`. An unknown one is refused, since leaving it out would answer another question than
 * the one that was asked. A `limit` above the highest gives the highest, as the standard says.
 */
export function parseItemsQuery(
  parameters: Readonly<Record<string, unknown>>,
  collection: CollectionHead,
): Result<ItemsQuery, Problem> {
  const known = itemParameters(collection);
  const asked = readParameters(parameters, known);
  if (!asked.ok) return asked;
  const of = new Map(asked.value);
  const [box, span] = [of.get('bbox'), of.get('datetime')];
  const boxes = box === undefined ? accept(null) : parseBoundingBox(box);
  if (!boxes.ok) return boxes;
  const time = span === undefined ? accept(null) : parseTimeSpan(span);
  if (!time.ok) return time;
  const limit = wholeNumber('limit', of.get('limit'), 1, USUAL_LIMIT);
  if (!limit.ok) return limit;
  const offset = wholeNumber('offset', of.get('offset'), 0, 0);
  if (!offset.ok) return offset;
  return accept({
    boxes: boxes.value,
    time: time.value,
    limit: Math.min(limit.value, HIGHEST_LIMIT),
    offset: offset.value,
    round: of.get('round'),
    filters: asked.value.filter(([name]) => collection.filters.some((filter) => filter.name === name)),
    asked: asked.value,
  });
}

/**
 * The parameters of any of these addresses: each known and given once, and `f`, where it is given, asks for JSON.
 * @param known names that may be used
 */
export function readParameters(
  parameters: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Result<readonly (readonly [string, string])[], Problem> {
  const asked: (readonly [string, string])[] = [];
  for (const name of Object.keys(parameters).sort((a, b) => (a < b ? -1 : 1))) {
    const value = parameters[name];
    if (!known.includes(name))
      return bad(
        name.slice(0, 50),
        'There is no such parameter.',
        known.length === 0 ? 'Leave it out.' : `Use ${known.join(', ')}.`,
      );
    if (typeof value !== 'string') return bad(name, `${name} is given more than once.`, `Give ${name} once.`);
    if (name === 'f' && value !== 'json')
      return bad('f', 'Only JSON can be had here.', 'Use f=json, or leave it out.');
    asked.push([name, value]);
  }
  return accept(asked);
}

const bad = (
  field: string,
  message: string,
  mend: string,
): { readonly ok: false; readonly problems: readonly Problem[] } =>
  refuse({ code: 'BAD_INPUT', field, message, mend });

function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  usual: number,
): Result<number, Problem> {
  if (text === undefined) return accept(usual);
  return /^\d{1,9}$/.test(text) && Number(text) >= least
    ? accept(Number(text))
    : bad(name, `${name} is a whole number from ${least}.`, `Use ${name}=${Math.max(usual, least)}.`);
}

/** The features that are asked for, all pages together, in the order of the collection. */
export function matching(set: FeatureSet, { boxes, time, filters }: ItemsQuery): readonly OpenFeature[] {
  if (time !== null && !overlaps(set.time, time)) return [];
  return set.features.filter(
    ({ geometry, properties }) =>
      (boxes === null || meets(geometry, boxes)) &&
      filters.every(([name, value]) => says(properties[name], value)),
  );
}

/** Lists, and what is not there, are equal to no text. */
const says = (own: unknown, value: string): boolean =>
  (typeof own === 'string' || typeof own === 'number') && String(own) === value;

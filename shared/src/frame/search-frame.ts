import { distanceKm } from './distance-km.js';
import type { PlaceRecord } from './frame-records.js';
import { isInListedFrame } from './hospital.js';
import { distinctiveWords, normaliseName } from './normalise-name.js';
import { parsePostcode, type TypedPostcode } from './parse-postcode.js';
import { toPlace } from './to-place.js';
import { hospitalHit, type SearchEntry, type SearchHit, type SearchIndex } from './search-index.js';

/** How many of the nearest hospitals follow a postcode. */
const NEAREST = 3;

/**
 * Finds hospitals (by name, other spelling, town or ODS code, present or later), trusts, ICBs, regions, and places
 * by postcode. Every word of its own that was typed has to begin a word of what is found; words that any hospital
 * carries ("royal", "general", "hospital") only help to order, unless nothing else was typed.
 *
 * A postcode gives its ICB and the three nearest hospitals of the listed frame, in a straight line from the middle
 * of its first half, or of the postcode itself where an official file places it; nothing outside England. Empty text
 * finds nothing.
 * @param exact where an official file puts the postcode that was typed; absent = there is none
 */
export function searchFrame(
  index: SearchIndex,
  text: string,
  take = 10,
  exact?: PlaceRecord,
): readonly SearchHit[] {
  const postcode = parsePostcode(text);
  const hits = [
    ...byCode(index, text.trim().toUpperCase()),
    ...(postcode === undefined ? [] : byPostcode(index, postcode, exact)),
    ...byName(index, normaliseName(text)),
  ];
  const seen = new Set<string>();
  return hits
    .filter(({ kind, code }) => !seen.has(`${kind} ${code}`) && seen.add(`${kind} ${code}`))
    .slice(0, Math.max(0, take));
}

const byCode = ({ entries }: SearchIndex, code: string): SearchHit[] =>
  entries.filter(({ codes }) => codes.includes(code)).map(({ hit }) => hit);

function byPostcode(
  frame: SearchIndex,
  { outcode, full }: TypedPostcode,
  exact: PlaceRecord | undefined,
): SearchHit[] {
  const known = frame.outcodes.get(outcode);
  const place = exact ?? (known && toPlace(known, frame.areas));
  if (place === undefined || (exact === undefined && known?.englandShare === 0)) return [];
  const where =
    place.icb === 'not known' ? 'ICB not known' : `${place.icbMostly ? 'mostly in ' : 'in '}${place.icb}`;
  const border = place.mostlyOutsideEngland ? 'Mostly outside England; the English part lies ' : '';
  const middle = exact === undefined ? `the middle of ${outcode}` : full;
  const atThisPostcode = frame.hospitals.filter((hospital) => full !== '' && hospital.postcode === full);
  const nearest = frame.hospitals
    .filter((hospital) => isInListedFrame(hospital.siteCategory))
    .map((hospital) => ({ hospital, km: distanceKm(place, hospital) }))
    .sort((a, b) => a.km - b.km)
    .slice(0, NEAREST);
  return [
    ...atThisPostcode.map(hospitalHit),
    {
      kind: 'postcode',
      code: outcode,
      label: full === '' ? outcode : full,
      detail: capitalised(`${border}${where}`),
      path: `/areas/${place.icbCode}?from=${encodeURIComponent(exact === undefined ? outcode : full)}`,
    },
    ...nearest.map(({ hospital, km }) => ({
      ...hospitalHit(hospital),
      detail: `${km < 10 ? km.toFixed(1) : km.toFixed(0)} km from ${middle} in a straight line`,
    })),
  ];
}

/** How well something matches: lower is better; undefined = not at all. */
type Rank = 0 | 1 | 2 | 3 | undefined;

function byName({ entries }: SearchIndex, typed: readonly string[]): SearchHit[] {
  if (typed.length === 0) return [];
  const own = distinctiveWords(typed);
  const required = own.length === 0 ? typed : own;
  return entries
    .map((entry) => ({ ...entry, rank: rankOf(entry, typed, required) }))
    .filter(({ rank }) => rank !== undefined)
    .sort(
      (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.order - b.order || (a.hit.label < b.hit.label ? -1 : 1),
    )
    .map(({ hit }) => hit);
}

/** 0: the same words; 1: every typed word is one of the name; 2: begins one; 3: only with town or other spelling. */
function rankOf({ name, other }: SearchEntry, typed: readonly string[], required: readonly string[]): Rank {
  const begins = (words: readonly string[]) => (word: string) => words.some((one) => one.startsWith(word));
  const inName = begins(name);
  const inOther = begins(other);
  if (!required.every((word) => inName(word) || inOther(word))) return undefined;
  if (typed.join(' ') === name.join(' ')) return 0;
  if (typed.every((word) => name.includes(word))) return 1;
  return required.every(inName) ? 2 : 3;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

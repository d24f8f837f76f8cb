import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';
import { parsePostcode } from './parse-postcode.js';

/** Where an official postcode file (ONSPD or NSPL of the Office for National Statistics) keeps what is taken of it. */
export interface PostcodeColumns {
  readonly postcode: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly ended: string;
  /** '' = the file has no such column. */
  readonly country: string;
  readonly icb: string;
  readonly ccg: string;
}

const NAMES: Readonly<Record<keyof PostcodeColumns, RegExp>> = {
  // With the space in its place first: the others part the halves by width.
  postcode: /^(pcds|pcd8|pcd2|pcd7|pcd)$/,
  latitude: /^lat$/,
  longitude: /^long$/,
  ended: /^doterm$/,
  country: /^ctry(\d\dcd)?$/,
  icb: /^icb(\d\dcd)?$/,
  ccg: /^(ccg|sicbl?)(\d\dcd)?$/,
};
const POSTCODE_NAMES = ['pcds', 'pcd8', 'pcd2', 'pcd7', 'pcd'];

/** Whether a first line is that of a postcode file, complete or not. */
export const isPostcodeHeader = (columns: readonly string[]): boolean => {
  const names = columns.map(plain);
  return names.some((name) => NAMES.postcode.test(name)) && names.includes('lat') && names.includes('long');
};

/** Finds the columns; refuses a file that lacks one that is needed (`MISSING_COLUMN`). */
export function findPostcodeColumns(columns: readonly string[]): Result<PostcodeColumns, Problem> {
  const find = (part: keyof PostcodeColumns): string =>
    columns.find((column) => NAMES[part].test(plain(column))) ?? '';
  const found: PostcodeColumns = {
    postcode: POSTCODE_NAMES.flatMap((name) => columns.filter((column) => plain(column) === name))[0] ?? '',
    latitude: find('latitude'),
    longitude: find('longitude'),
    ended: find('ended'),
    country: find('country'),
    icb: find('icb'),
    ccg: find('ccg'),
  };
  if (found.ended === '') return refuse(missing('doterm', 'which postcodes have ended'));
  if (found.icb === '' && found.ccg === '')
    return refuse(missing('icb, ccg or sicbl', 'in which area a postcode lies'));
  return accept(found);
}

const plain = (column: string): string =>
  column
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();

const missing = (column: string, what: string): Problem => ({
  code: 'MISSING_COLUMN',
  field: 'FILE',
  message: `The postcode file has no column ${column}, which tells ${what}.`,
  mend: 'Use the whole file of the ONS Postcode Directory or the National Statistics Postcode Lookup, not an extract.',
});

/** A row that is taken in; codes are those of the Office for National Statistics, '' = none. */
export interface PostcodeRow {
  readonly outcode: string;
  readonly inward: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly icb: string;
  readonly ccg: string;
}

/** Why a row is rightly left out: it ended, lies outside England, or nobody knows where. */
export type LeftOut = 'ended' | 'outside_england' | 'without_point';

/** The point that the files give a postcode whose place is not known. */
const NO_POINT = 99;

/**
 * Reads one row: what it says, why it is left out, or what is wrong with it.
 * @param line its place in the file, for the refusal
 */
export function readPostcodeRow(
  row: Readonly<Record<string, string>>,
  columns: PostcodeColumns,
  line: number,
): Result<PostcodeRow | LeftOut, Problem> {
  const at = (column: string): string => (column === '' ? '' : (row[column] ?? '').trim());
  if (at(columns.ended) !== '') return accept('ended');
  const [icb, ccg, country] = [at(columns.icb), at(columns.ccg), at(columns.country)];
  const isEnglish =
    country === '' ? [icb, ccg].some((code) => code.startsWith('E')) : country.startsWith('E');
  if (!isEnglish) return accept('outside_england');
  const typed = parsePostcode(at(columns.postcode));
  if (typed === undefined || typed.full === '')
    return refuse(bad('BAD_POSTCODE', line, `${JSON.stringify(at(columns.postcode))} is no postcode`));
  const [latitude, longitude] = [at(columns.latitude), at(columns.longitude)].map((text) =>
    text === '' ? NaN : Number(text),
  ) as [number, number];
  if (latitude > NO_POINT) return accept('without_point');
  if (!(latitude >= 49 && latitude <= 61 && longitude >= -9 && longitude <= 2))
    return refuse(bad('BAD_POINT', line, `${typed.full} has no point in Great Britain`));
  return accept({
    outcode: typed.outcode,
    inward: typed.full.slice(-3),
    latitude,
    longitude,
    icb,
    ccg,
  });
}

const bad = (code: string, line: number, what: string): Problem => ({
  code,
  field: `line ${line}`,
  message: `Line ${line}: ${what}.`,
  mend: 'Download the file again; it must not have been opened and saved by a spreadsheet.',
});

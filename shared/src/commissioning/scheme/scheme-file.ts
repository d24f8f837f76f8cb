import type { Problem } from '../../kernel/problem.js';
import type { Result } from '../../kernel/result.js';
import { readChanges } from './change-scheme.js';
import { findSchemeField, SCHEME_FIELDS, SCHEME_GROUPS, type SchemeContent } from './scheme-fields.js';

/** A scheme as a file that can be read in again, here or at another installation. Names nobody who worked on it. */
export interface SchemeFile {
  readonly schema: 'liaison-atlas/scheme/1';
  readonly area: string;
  readonly version: number;
  readonly fields: SchemeContent;
}

/** Letters that a file may have: several times the largest whole scheme. */
export const LONGEST_FILE = 2_000_000;

const REFUSED: Problem = {
  code: 'NOT_A_SCHEME',
  field: 'file',
  message: 'This is no file of a scheme.',
  mend: 'Choose a file that was downloaded as JSON from a scheme.',
};

/** Reads a file; nothing of it is taken where anything in it cannot be kept. */
export function readSchemeFile(text: string): Result<Pick<SchemeFile, 'area' | 'fields'>, Problem> {
  if (text.length > LONGEST_FILE) return { ok: false, problems: [REFUSED] };
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, problems: [REFUSED] };
  }
  if (!isSchemeFile(body)) return { ok: false, problems: [REFUSED] };
  const changes = Object.entries(body.fields).map(([key, value]) => ({ key, before: '', value }));
  const read = readChanges(changes);
  if (!read.ok) return read;
  const fields = Object.fromEntries(
    read.value.filter(({ value }) => value !== '').map(({ key, value }) => [key, value]),
  );
  return { ok: true, value: { area: body.area, fields } };
}

const isSchemeFile = (body: unknown): body is SchemeFile =>
  typeof body === 'object' &&
  body !== null &&
  'schema' in body &&
  body.schema === 'liaison-atlas/scheme/1' &&
  'area' in body &&
  typeof body.area === 'string' &&
  'fields' in body &&
  typeof body.fields === 'object' &&
  body.fields !== null &&
  Object.values(body.fields).every((value) => typeof value === 'string');

/** A scheme as rows of a table; what is not entered stands there as "not known". */
export const schemeRows = (fields: SchemeContent): readonly (readonly string[])[] => [
  ['part', 'under', 'what', 'key', 'value'],
  ...SCHEME_FIELDS.map(({ group, under, label, key }) => [
    SCHEME_GROUPS[group],
    under,
    label,
    key,
    valueWords(key, fields[key]),
  ]),
];

const STATES: Readonly<Record<string, string>> = {
  y: 'In place',
  p: 'Partly',
  n: 'Not yet',
  x: 'Not applicable',
};

/** A value in words; absent = "Not known". */
export function valueWords(key: string, value: string | undefined): string {
  if (value === undefined || value === '') return 'Not known';
  const kind = findSchemeField(key)?.kind;
  if (kind === 'state') return STATES[value] ?? value;
  return kind === 'tick' ? 'Yes' : value;
}

import type { Instrument } from '../instrument/instrument.js';
import { questionsOf } from '../instrument/instrument.js';
import { OTHER_HOSPITAL_PREFIX, type RawAnswer } from '../instrument/validate-answer.js';
import { DATE_PARTS, datePartField, HOSPITAL_NOT_LISTED, otherTextField } from './respond-page.js';

/** Fields of an answering form that are not answers. */
export const CONTROL_FIELDS = [
  'expectedRevision',
  'idempotencyKey',
  'returnToCheck',
  'reminded',
  'later',
  'autosave',
  'reason',
  'sofar',
  'lang',
  'going',
  'as-last-time',
] as const;

/**
 * The answers in a posted form: every field that is not a control field, so that a field of no question is still
 * refused by name. The hospital's list and its text box become one answer; both filled in gives two values, which
 * the validation refuses as too many. The three boxes of a date become year-month-day.
 */
export function rawFromForm(
  instrument: Instrument,
  form: Readonly<Record<string, readonly string[]>>,
): Record<string, RawAnswer> {
  const fields = new Map(Object.entries(form).filter(([name]) => !isControlField(name)));
  for (const { variable, type } of questionsOf(instrument)) {
    if (type === 'date') joinDate(fields, variable);
    if (type !== 'hospital') continue;
    const typed = fields.get(otherTextField(variable));
    if (typed === undefined) continue;
    fields.delete(otherTextField(variable));
    fields.set(variable, hospitalValues(fields.get(variable) ?? [], typed));
  }
  return Object.fromEntries([...fields].map(([variable, given]) => [variable, { given }]));
}

const isControlField = (name: string): boolean => (CONTROL_FIELDS as readonly string[]).includes(name);

/** An incomplete date is kept as typed, with its gaps: `2026--30`. It is refused by name and shown again. */
function joinDate(fields: Map<string, readonly string[]>, variable: string): void {
  const names = DATE_PARTS.map((part) => datePartField(variable, part));
  if (!names.some((name) => fields.has(name))) return;
  const [day = '', month = '', year = ''] = names.map((name) => fields.get(name)?.[0]?.trim() ?? '');
  for (const name of names) fields.delete(name);
  const two = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part);
  const date = day + month + year === '' ? [] : [`${year}-${two(month)}-${two(day)}`];
  fields.set(variable, [...date, ...(fields.get(variable) ?? []).filter((value) => value !== '')]);
}

function hospitalValues(chosen: readonly string[], typed: readonly string[]): readonly string[] {
  const names = typed.map((name) => name.trim()).filter((name) => name !== '');
  const listed = chosen.filter((code) => code !== '');
  if (names.length === 0) return listed;
  return [
    ...listed.filter((code) => code !== HOSPITAL_NOT_LISTED),
    ...names.map((name) => OTHER_HOSPITAL_PREFIX + name),
  ];
}

/** True when nothing at all was entered on the page: leaving it then loses nothing. */
export const isBlank = (raw: Readonly<Record<string, RawAnswer>>): boolean =>
  Object.values(raw).every(({ given }) => (given ?? []).every((value) => value.trim() === ''));

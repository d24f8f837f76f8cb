import type { Instrument } from '../instrument/instrument.js';
import { questionsOf } from '../instrument/instrument.js';
import { OTHER_HOSPITAL_PREFIX, type RawAnswer } from '../instrument/validate-answer.js';
import { HOSPITAL_NOT_LISTED, otherTextField } from './respond-page.js';

/** Fields of an answering form that are not answers. */
export const CONTROL_FIELDS = [
  'expectedRevision',
  'idempotencyKey',
  'returnToCheck',
  'reminded',
  'later',
  'autosave',
  'reason',
] as const;

/**
 * The answers in a posted form: every field that is not a control field, so that a field of no question is still
 * refused by name. The hospital's list and its text box become one answer; both filled in gives two values, which
 * the validation refuses as too many.
 */
export function rawFromForm(
  instrument: Instrument,
  form: Readonly<Record<string, readonly string[]>>,
): Record<string, RawAnswer> {
  const fields = new Map(Object.entries(form).filter(([name]) => !isControlField(name)));
  for (const { variable, type } of questionsOf(instrument)) {
    if (type !== 'hospital') continue;
    const typed = fields.get(otherTextField(variable));
    if (typed === undefined) continue;
    fields.delete(otherTextField(variable));
    fields.set(variable, hospitalValues(fields.get(variable) ?? [], typed));
  }
  return Object.fromEntries([...fields].map(([variable, given]) => [variable, { given }]));
}

const isControlField = (name: string): boolean => (CONTROL_FIELDS as readonly string[]).includes(name);

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

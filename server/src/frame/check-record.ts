import type { ReconcileRecord } from '@liaison-atlas/shared/frame/reconcile-frame';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';

/** What a record may refer to. */
export interface KnownCodes {
  readonly trusts: ReadonlySet<string>;
  readonly ccgs: ReadonlySet<string>;
  /** `early_implementer 1` and so on. */
  readonly waves: ReadonlySet<string>;
}

type Rule = (value: string, record: ReconcileRecord, known: KnownCodes) => string | undefined;

const matches =
  (shape: RegExp, rule: string): Rule =>
  (value) =>
    value === '' || shape.test(value) ? undefined : rule;

const within =
  (least: number, most: number, what: string): Rule =>
  (value) =>
    value === '' || (value.trim() !== '' && Number(value) >= least && Number(value) <= most)
      ? undefined
      : `is no ${what} in the British Isles`;

const isDay: Rule = (value) =>
  value === '' || (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)))
    ? undefined
    : 'is no day (YYYYMMDD)';

const needed: Rule = (value) => (value.trim() === '' ? 'is missing' : undefined);

const knownWave: Rule = (value, record, { waves }) =>
  waves.has(`${record.fields['programme'] ?? ''} ${value}`) ? undefined : 'is no wave of that programme';

const knownCcgs: Rule = (value, _record, { ccgs }) => {
  const strange = splitCodes(value).filter((code) => !ccgs.has(code));
  return strange.length === 0 ? undefined : `names no CCG of April 2018 (${strange.join(', ')})`;
};

const knownTrust: Rule = (value, _record, { trusts }) =>
  value === '' || trusts.has(value)
    ? undefined
    : 'is a trust that is not in the tables; import the trusts first';

const RULES: Readonly<Record<string, Rule>> = {
  postcode: matches(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'is no postcode'),
  latitude: within(49, 61, 'latitude'),
  longitude: within(-9, 2, 'longitude'),
  valid_from: isDay,
  valid_to: isDay,
  trust_since: isDay,
  trust: knownTrust,
  wave: knownWave,
  ccg_codes_2018: knownCcgs,
  confidence: (value) => (/^(high|medium|low)$/.test(value) ? undefined : 'is none of high, medium, low'),
  source: needed,
  name: needed,
};

/** Longest text of a field that a column bounds. */
const LENGTHS: Readonly<Record<string, number>> = { name: 200, town: 100, lead_provider: 200 };
const LONGEST_TEXT = 4000;

/** Codes parted by "; ", as the project's tables have them. */
export const splitCodes = (text: string): string[] =>
  text
    .split(';')
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** Everything in a record that cannot be stored, each by the record's key and the field. */
export function checkRecord(record: ReconcileRecord, known: KnownCodes): readonly Problem[] {
  if (!/^[A-Za-z0-9-]{1,100}$/.test(record.key))
    return [badValue(record, 'id', record.key, 'may have letters, digits and hyphens only, at most 100')];
  return Object.entries(record.fields).flatMap(([field, value]): Problem[] => {
    const text = cleanText(value, `${record.key} ${field}`, LENGTHS[field] ?? LONGEST_TEXT);
    if (!text.ok) return [...text.problems];
    const broken = RULES[field]?.(value, record, known);
    return broken === undefined ? [] : [badValue(record, field, value, broken)];
  });
}

const badValue = (record: ReconcileRecord, field: string, value: string, broken: string): Problem => ({
  code: 'BAD_VALUE',
  field: `${record.key} ${field}`,
  message: `${record.key} (${record.label}): ${field} ${JSON.stringify(value)} ${broken}.`,
  mend: 'Correct the row in the file, or leave the value out.',
});

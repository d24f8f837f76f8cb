import { CASES } from '../estimate.js';
import { ESTIMATE_SHEETS } from '../estimate-sheets.js';
import { BENEFIT_COLUMNS, benefitBox, BENEFITS, LOGIC_COLUMNS, STRATEGIES } from '../logic-model.js';
import { boxName } from '../read-estimate.js';
import { READINESS_LISTS } from '../readiness-lists.js';
import { STANDARDS } from '../standards.js';

/** How a value is written: a state is y, p, n or x; a tick is y; counts are 66/90; a day is YYYY-MM-DD. */
export type SchemeKind = 'text' | 'line' | 'state' | 'tick' | 'day' | 'counts' | 'amount';

/** One thing that a scheme can hold. Its key never changes: files and histories name it. */
export interface SchemeField {
  readonly key: string;
  readonly label: string;
  readonly group: SchemeGroup;
  /** Heading within the group. */
  readonly under: string;
  readonly kind: SchemeKind;
}

export const SCHEME_GROUPS = {
  about: 'About the scheme',
  readiness: 'Readiness and checklists',
  referrals: 'Referral picture',
  standards: 'Standards data',
  estimates: 'Estimates',
  logic: 'Logic model',
  benefits: 'Benefits plan',
} as const;
export type SchemeGroup = keyof typeof SCHEME_GROUPS;

export const LONGEST: Readonly<Record<SchemeKind, number>> = {
  text: 4000,
  line: 200,
  state: 1,
  tick: 1,
  day: 10,
  counts: 19,
  amount: 20,
};

const field = (
  group: SchemeGroup,
  under: string,
  key: string,
  label: string,
  kind: SchemeKind,
): SchemeField => ({ group, under, key, label, kind });

/** Where referrals come from now, one row each: enough for the sources the guidance asks about. */
export const REFERRAL_ROWS = [1, 2, 3, 4, 5, 6] as const;

/** Everything that a scheme can hold, in the order of a plan. What is absent is not known. */
export const SCHEME_FIELDS: readonly SchemeField[] = [
  field('about', 'About', 'title', 'Name of the scheme', 'line'),
  field('about', 'About', 'notes', 'Notes', 'text'),
  ...READINESS_LISTS.flatMap(({ title, items }) =>
    items.flatMap(({ key, text }) => [
      field('readiness', title, key, text, 'state'),
      field('readiness', title, `${key}.owner`, `${text}: owner`, 'line'),
      field('readiness', title, `${key}.review`, `${text}: review by`, 'day'),
      field('readiness', title, `${key}.evidence`, `${text}: evidence`, 'line'),
    ]),
  ),
  ...REFERRAL_ROWS.flatMap((row) => [
    field('referrals', `Source ${row}`, `ref${row}.from`, `Source ${row}: who refers`, 'line'),
    field('referrals', `Source ${row}`, `ref${row}.number`, `Source ${row}: referrals a year`, 'amount'),
    field('referrals', `Source ${row}`, `ref${row}.when`, `Source ${row}: when, for whom`, 'line'),
    field('referrals', `Source ${row}`, `ref${row}.how`, `Source ${row}: how`, 'line'),
  ]),
  field('referrals', 'Money', 'spent', 'Amount spent locally in a year (£)', 'amount'),
  ...STANDARDS.flatMap(({ code, title }) => [
    field('standards', title, `s.${code}`, `${title}: counts`, 'counts'),
    field('standards', title, `s.${code}.period`, `${title}: period`, 'line'),
    field('standards', title, `s.${code}.source`, `${title}: source`, 'line'),
  ]),
  ...ESTIMATE_SHEETS.flatMap(({ id, title, inputs }) =>
    inputs.flatMap(({ key, label, kind }) =>
      (kind === 'single' ? (['central'] as const) : CASES).map((at) =>
        field(
          'estimates',
          title,
          `${id}.${boxName(key, at)}`,
          kind === 'single' ? label : `${label} (${at})`,
          'amount',
        ),
      ),
    ),
  ),
  ...STRATEGIES.map(({ key, text }) => field('logic', 'Strategies that it serves', key, text, 'tick')),
  ...LOGIC_COLUMNS.map(({ key, label }) => field('logic', 'Logic model', key, label, 'text')),
  ...BENEFITS.flatMap(({ key, text }) =>
    BENEFIT_COLUMNS.map((column) =>
      field('benefits', text, benefitBox(key, column.key), `${text}: ${column.label}`, 'line'),
    ),
  ),
];

const BY_KEY: ReadonlyMap<string, SchemeField> = new Map(SCHEME_FIELDS.map((one) => [one.key, one]));

export const findSchemeField = (key: string): SchemeField | undefined => BY_KEY.get(key);

/** What a scheme says: only what somebody entered; '' never stands in it. */
export type SchemeContent = Readonly<Record<string, string>>;

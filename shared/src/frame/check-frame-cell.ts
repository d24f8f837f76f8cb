import { COUNTRIES, ED_TYPES, PLAN_ANSWERS, SITE_TYPES, TRUST_TYPES } from './frame-facts.js';
import type { KnownAreas, LineProblem, ListColumn } from './frame-row.js';

/** What is wrong with one value and what to do about it. */
type Fault = Pick<LineProblem, 'code' | 'message' | 'mend'>;
type Rule = (value: string, areas: KnownAreas) => Fault | undefined;

const SITE_CODE = /^[A-Z0-9]{5,9}$/;
const TRUST_CODE = /^[A-Z0-9]{3,5}$/;

const code =
  (shape: RegExp, what: string, example: string): Rule =>
  (value) =>
    shape.test(value)
      ? undefined
      : {
          code: 'INVALID_CODE',
          message: `${quoted(value)} is no ${what} of the Organisation Data Service.`,
          mend: `Write letters and digits only, such as ${example}. A spreadsheet may have changed the code into a number: format the column as text.`,
        };

const choice =
  (choices: readonly string[]): Rule =>
  (value) =>
    choices.includes(value)
      ? undefined
      : {
          code: 'NOT_A_CHOICE',
          message: `${quoted(value)} is none of the values of this column.`,
          mend: `Write one of ${choices.join(', ')}, or leave it empty where it is not known.`,
        };

const area =
  (kind: keyof KnownAreas, what: string): Rule =>
  (value, areas) =>
    areas[kind].has(value)
      ? undefined
      : {
          code: 'UNKNOWN_AREA',
          message: `${quoted(value)} is no ${what}.`,
          mend: `Write the code of ${what.replace(/^code of /, '')}, or leave it empty where it is not known.`,
        };

const degrees =
  (least: number, most: number): Rule =>
  (value) =>
    /^-?\d{1,2}(\.\d+)?$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : {
          code: 'OUT_OF_RANGE',
          message: `${quoted(value)} is no position in the British Isles.`,
          mend: `Write decimal degrees between ${least} and ${most}, or leave it empty.`,
        };

const day: Rule = (value) => {
  if (isDay(value)) return undefined;
  const [, dd = '', mm = '', yyyy = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(value) ?? [];
  const meant = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  return {
    code: 'WRONG_DATE',
    message: `${quoted(value)} is no day of the form YYYY-MM-DD.`,
    mend: isDay(meant) ? `If you mean ${meant}, write that.` : 'Write a day such as 2027-04-01.',
  };
};

const LENGTHS: Partial<Record<ListColumn, number>> = { name: 200, trust_name: 200, town: 100 };
const LONGEST = 200;

const RULES: Partial<Record<ListColumn, Rule>> = {
  ods_code: code(SITE_CODE, 'site code', 'RWA01'),
  merged_into: code(SITE_CODE, 'site code', 'RWA01'),
  former_code: (value, areas) =>
    value === 'NEW' ? undefined : code(SITE_CODE, 'site code', 'RWA01')(value, areas),
  trust_code: code(TRUST_CODE, 'trust code', 'RWA'),
  postcode: (value) =>
    /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(value)
      ? undefined
      : {
          code: 'INVALID_POSTCODE',
          message: `${quoted(value)} is no postcode.`,
          mend: 'Write the whole postcode, such as HU3 2JZ, or leave it empty.',
        },
  latitude: degrees(49, 61),
  longitude: degrees(-9, 2),
  trust_type: choice(TRUST_TYPES),
  region_code: area('regions', 'code of an NHS England region'),
  icb_code: area('icbs', 'code of an integrated care board of 2022'),
  ccg_code: area('ccgs', 'code of a CCG of April 2018'),
  country: choice(COUNTRIES),
  site_type: choice(SITE_TYPES),
  ed_type: choice(ED_TYPES),
  plan_member: choice(PLAN_ANSWERS),
  opened_on: day,
  closed_on: day,
  trust_since: day,
  ed_attendances: (value) =>
    /^\d{1,7}$/.test(value)
      ? undefined
      : {
          code: 'OUT_OF_RANGE',
          message: `${quoted(value)} is no number of attendances in a year.`,
          mend: 'Write a whole number without separators, or leave it empty.',
        },
};

/** What is wrong with a value that is not empty; undefined = it can be used. */
export function faultOf(column: ListColumn, value: string, areas: KnownAreas): Fault | undefined {
  const most = LENGTHS[column] ?? LONGEST;
  if (value.length > most)
    return {
      code: 'TEXT_TOO_LONG',
      message: `The text has ${value.length} characters; at most ${most} are allowed.`,
      mend: `Shorten it to ${most} characters.`,
    };
  return RULES[column]?.(value, areas);
}

/**
 * Whether a spreadsheet would run the text as a formula: it begins with =, +, - or @ (full-width ones too), or with a
 * tab or line end before them. A negative number is none.
 */
export const isFormula = (value: string): boolean =>
  /^[\s]*[=+\-@＝＋－＠]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value.trim());

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A value between quotation marks, cut where it is long. */
export const quoted = (value: string): string =>
  JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

import type { Problem } from '../kernel/problem.js';
import { type Case, CASES, type EstimateInput, type EstimateSheet, type PerCase } from './estimate.js';

/** What is typed on a sheet, by name of the box (see `boxName`); an absent name leaves the published value. */
export type TypedEstimate = (box: string) => string | null;

export interface ReadEstimate {
  readonly values: ReadonlyMap<string, PerCase>;
  /** One for each box that cannot be read; `field` is the name of the box, '' = the sheet as a whole. */
  readonly problems: readonly Problem[];
}

/** The name of a box in the address: the key for the central or only value, else `key.low` and `key.high`. */
export const boxName = (key: string, at: Case): string => (at === 'central' ? key : `${key}.${at}`);

/**
 * Reads the boxes of a sheet. An empty or absent box takes the published value. Where low or high is not published
 * apart from the central value, it follows what is typed there; without a central one the input is not known, and stays out of the values.
 * Numbers may have thousands separators; a share is typed in per cent.
 */
export function readEstimate(sheet: EstimateSheet, typed: TypedEstimate): ReadEstimate {
  const problems: Problem[] = [];
  const values = new Map<string, PerCase>();
  for (const input of sheet.inputs) {
    const read = readInput(input, typed);
    if ('problems' in read) problems.push(...read.problems);
    else if (read.value !== null) values.set(input.key, read.value);
  }
  const whole = sheet
    .check((key, at) => values.get(key)?.[at])
    .map((message) => ({
      code: 'INPUTS_DISAGREE',
      field: '',
      message,
      mend: 'Change one of the values.',
    }));
  return { values, problems: [...problems, ...whole] };
}

function readInput(
  input: EstimateInput,
  typed: TypedEstimate,
): { readonly value: PerCase | null } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const at = (one: Case): number | undefined => {
    if (input.kind === 'single' && one !== 'central') return undefined;
    const text = effectiveText(input, one, typed);
    if (text === '') return input.published?.[one];
    const value = parseAmount(text, input);
    // A box that follows the central one is not told off with it.
    const own = (typed(boxName(input.key, one)) ?? '').trim() !== '';
    if (value === undefined && own) problems.push(badNumber(input, one));
    return value;
  };
  const [low, central, high] = CASES.map(at);
  if (problems.length > 0) return { problems };
  if (central === undefined) {
    if (low === undefined && high === undefined) return { value: null };
    return {
      problems: [
        {
          code: 'CENTRAL_MISSING',
          field: boxName(input.key, 'central'),
          message: `“${input.label}” has a low or a high value but no central one.`,
          mend: 'Give the value that you think most likely.',
        },
      ],
    };
  }
  const value = { low: low ?? central, central, high: high ?? central };
  if (input.kind === 'single') return { value: { low: central, central, high: central } };
  if (value.low <= value.central && value.central <= value.high) return { value };
  return {
    problems: [
      {
        code: 'NOT_IN_ORDER',
        field: boxName(input.key, 'central'),
        message: `“${input.label}”: the low value must not be above the central one, nor that above the high one.`,
        mend: 'Change one of the three, or reset to the published values.',
      },
    ],
  };
}

const AMOUNT = /^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/;

function parseAmount(text: string, { unit, most }: EstimateInput): number | undefined {
  const bare = text.replace(/^£\s*/, '').replace(/\s*%$/, '');
  if (!AMOUNT.test(bare)) return undefined;
  const number = Number(bare.replaceAll(',', ''));
  const value = unit === 'share' ? number / 100 : number;
  return value <= most ? value : undefined;
}

const badNumber = (input: EstimateInput, at: Case): Problem => ({
  code: 'NOT_A_NUMBER',
  field: boxName(input.key, at),
  message: `“${input.label}” (${at}) is not a number from 0 to ${
    input.unit === 'share' ? `${input.most * 100} per cent` : input.most.toLocaleString('en-GB')
  }.`,
  mend: 'Use digits, with a point for fractions. Empty the box for the published value.',
});

/** What stands for a box: its own text, else that of the central box where it follows it, else '' (published). */
function effectiveText({ key, published }: EstimateInput, at: Case, typed: TypedEstimate): string {
  const own = (typed(boxName(key, at)) ?? '').trim();
  const follows = published === null || published[at] === published.central;
  return own === '' && follows ? (typed(key) ?? '').trim() : own;
}

/** What a box shows: what counts for it now, typed or published; '' = nothing is known. */
export const shownText = (input: EstimateInput, at: Case, typed: TypedEstimate): string =>
  effectiveText(input, at, typed) || publishedText(input, at);

/** The published value as a box shows it; '' = none. Shares in per cent with at most two decimals. */
export function publishedText({ unit, published }: EstimateInput, at: Case): string {
  if (published === null) return '';
  const value = unit === 'share' ? published[at] * 100 : published[at];
  return String(Math.round(value * 100) / 100);
}

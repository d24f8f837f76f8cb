import {
  type EstimateOutput,
  type EstimateResult,
  type EstimateSheet,
  type EstimateUnit,
  type PerCase,
  twoFigures,
} from './estimate.js';

const UNITS: Readonly<Record<EstimateUnit, string>> = {
  people: 'people',
  visits: 'visits',
  share: 'per cent',
  pounds: 'pounds',
  wte: 'whole-time equivalents',
  courses: 'courses',
  sessions: 'sessions',
};

/** What a number counts, behind it or in a hint. */
export const unitWords = (unit: EstimateUnit): string => UNITS[unit];

/** A value of a result as a table shows it: whole, or with one digit for posts; shares in per cent. */
export function formatAmount(
  value: number,
  { unit, digits }: Pick<EstimateOutput, 'unit' | 'digits'>,
): string {
  const number = (unit === 'share' ? value * 100 : value).toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Rounding a trace below nothing must not print "-0".
  const plain = number.replace(/^-(0(\.0)?)$/, '$1');
  if (unit === 'share') return `${plain}%`;
  return unit === 'pounds' ? plain.replace(/^(-?)/, '$1£') : plain;
}

type WithoutValue = Exclude<EstimateResult, { state: 'estimated' }>;

/** What stands in place of the values of a result that has none. Never 0, and never "none". */
export const withoutValue = ({ state }: WithoutValue): string =>
  state === 'not_applicable' ? 'not applicable' : 'not known';

/** The inputs that a result waits for, by the names that stand at their boxes; '' = it waits for none. */
export function missingWords(result: EstimateResult, sheet: EstimateSheet): string {
  if (result.state !== 'input_missing') return '';
  const names = result.missing.map((key) => {
    const input = sheet.inputs.find((one) => one.key === key);
    return input === undefined ? key : `“${input.label}” (${input.symbol})`;
  });
  return `Not known without ${names.join(' and ')}.`;
}

/** A result in one sentence for the announced summary, to two significant figures. */
export function resultSentence({ sentence, unit }: EstimateOutput, { low, central, high }: PerCase): string {
  const about = (value: number): string => {
    const words = twoFigures(value).toLocaleString('en-GB');
    return unit === 'pounds' ? `£${words}` : words;
  };
  const range = low === high ? '' : `, between ${about(low)} and ${about(high)}`;
  return `${sentence}: about ${about(central)}${range}.`;
}

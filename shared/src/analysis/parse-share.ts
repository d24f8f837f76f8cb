import type { Problem } from '../kernel/problem.js';
import type { RationalShare } from './threshold.js';

/** The share as a fraction of whole numbers, or why the text is none. */
export type ParsedShare = { readonly share: RationalShare } | { readonly problem: Problem };

/**
 * Reads a share that a person typed: a percentage (`50%`, `62.5 %`, `50`) or a fraction (`2/3`). It stays a fraction of
 * whole numbers all the way, because a decimal loses replies (methods C3).
 *
 * Plain numbers count as per cent from 2 on. `1` and `0.5` are refused: they could mean per cent or proportion.
 * @param field name of the field in the problem.
 * @example parseShare('62.5%', 'threshold') // { share: { numerator: 625, denominator: 1000 } }
 */
export function parseShare(text: string, field: string): ParsedShare {
  const share = fromFraction(text) ?? fromPercent(text);
  if (share !== undefined && share.denominator > 0 && share.numerator <= share.denominator) return { share };
  const problem: Problem = {
    code: 'not_a_share',
    field,
    message: `“${text.slice(0, 40)}” is not a share from 0 to 1.`,
    mend: 'Write a percentage such as 50% or a fraction such as 2/3.',
  };
  return { problem };
}

/** A share as it is read: in per cent where that needs no more than two decimals, else as the fraction. */
export function shareWords({ numerator, denominator }: RationalShare): string {
  const hundredths = (numerator * 10_000) / denominator;
  return Number.isInteger(hundredths) ? `${hundredths / 100}%` : `${numerator}/${denominator}`;
}

function fromFraction(text: string): RationalShare | undefined {
  const [, numerator, denominator] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) return undefined;
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

function fromPercent(text: string): RationalShare | undefined {
  const [, whole, decimals = '', sign] = /^\s*(\d{1,3})(?:\.(\d{1,2}))?\s*(%)?\s*$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  if (sign === undefined && (decimals !== '' || Number(whole) < 2)) return undefined;
  const scale = 10 ** decimals.length;
  return { numerator: Number(whole) * scale + Number(decimals || '0'), denominator: 100 * scale };
}

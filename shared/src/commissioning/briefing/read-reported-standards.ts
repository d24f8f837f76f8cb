import type { Problem } from '../../kernel/problem.js';
import { isSmallCount, type ReportedShare } from '../judge-standard.js';
import { type Standard, STANDARDS } from '../standards.js';
import type { TypedEstimate } from '../read-estimate.js';

/** Name of a standard's counts in an address: `s.W6=66/90`. */
export const standardBox = (code: string): string => `s.${code}`;

/** The counts of a standard as an address has them; '' = not reported. */
export const standardText = (numerator: string, denominator: string): string =>
  numerator.trim() === '' && denominator.trim() === '' ? '' : `${numerator.trim()}/${denominator.trim()}`;

const COUNTS = /^(\d{1,9})\/(\d{1,9})$/;

/**
 * The counts of every standard that an address reports. What is left out is not reported, which is not 0; small numbers of
 * people are held back, because what is read here may leave the house.
 */
export function readReportedStandards(typed: TypedEstimate): {
  readonly reported: readonly { readonly standard: Standard; readonly share: ReportedShare }[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reported = STANDARDS.map((standard) => {
    const box = standardBox(standard.code);
    const text = (typed(box) ?? '').trim();
    const none = { standard, share: { numerator: null, denominator: null, suppressed: false } };
    if (text === '') return none;
    const [, part, whole] = COUNTS.exec(text) ?? [];
    const [numerator, denominator] = [Number(part), Number(whole)];
    if (part === undefined || whole === undefined || numerator > denominator) {
      problems.push({
        code: 'NOT_COUNTS',
        field: box,
        message: `“${text}” is no count of people out of a number of people.`,
        mend: 'Write two whole numbers such as 66/90, the second not below the first.',
      });
      return none;
    }
    const small = isSmallCount(numerator) || isSmallCount(denominator - numerator);
    return { standard, share: { numerator, denominator, suppressed: small } };
  });
  return { reported, problems };
}

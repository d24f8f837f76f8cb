/** How two coders used one code over the comments that both finished. */
export interface AgreementTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** The word for a statistic that the table does not define: nobody is told 0 or 1 instead. */
export type Undefined = 'undefined';

/** Agreement of two coders on one code (methods D6.9). Shares are of `n` comments; never kappa alone. */
export interface Agreement {
  readonly n: number;
  /** Comments on which they agree / n. `undefined` while n = 0. */
  readonly observed: number | Undefined;
  /** Cohen's kappa; `undefined` when chance alone would agree always (both used the code always or never). */
  readonly kappa: number | Undefined;
  /** Standard error of kappa by Fleiss, Cohen and Everitt. */
  readonly standardError: number | Undefined;
  /** 95% interval of kappa, within -1 and 1. */
  readonly interval: { readonly low: number; readonly high: number } | Undefined;
  /** 2 × observed − 1. */
  readonly pabak: number | Undefined;
  /** Gwet's AC1. */
  readonly ac1: number | Undefined;
  /** Mean share of comments with the code. */
  readonly prevalence: number | Undefined;
}

const Z = 1.959964;
const NOTHING = {
  observed: 'undefined',
  kappa: 'undefined',
  standardError: 'undefined',
  interval: 'undefined',
  pabak: 'undefined',
  ac1: 'undefined',
  prevalence: 'undefined',
} as const;

/** The statistics of methods D6.9 for one code. */
export function agreementOf({ both, onlyFirst, onlySecond, neither }: AgreementTable): Agreement {
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return { n, ...NOTHING };
  const observed = (both + neither) / n;
  const first = (both + onlyFirst) / n;
  const second = (both + onlySecond) / n;
  const prevalence = (first + second) / 2;
  const chance = first * second + (1 - first) * (1 - second);
  const ac1Chance = 2 * prevalence * (1 - prevalence);
  const shared = {
    n,
    observed,
    prevalence,
    pabak: 2 * observed - 1,
    ac1: (observed - ac1Chance) / (1 - ac1Chance),
  };
  // In counts, because a sum of shares may miss 1 by a rounding error.
  if (both === n || neither === n)
    return { ...shared, kappa: 'undefined', standardError: 'undefined', interval: 'undefined' };
  const kappa = (observed - chance) / (1 - chance);
  const doubt = 1 - kappa;
  const kept =
    (both / n) * (1 - (first + second) * doubt) ** 2 +
    (neither / n) * (1 - (2 - first - second) * doubt) ** 2;
  // Off the diagonal: share of (first i, second j) times (second's share of i + first's share of j)².
  const crossed =
    doubt ** 2 *
    ((onlyFirst / n) * (second + (1 - first)) ** 2 + (onlySecond / n) * (1 - second + first) ** 2);
  const variance = (kept + crossed - (kappa - chance * doubt) ** 2) / (n * (1 - chance) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  return {
    ...shared,
    kappa,
    standardError,
    interval: {
      low: Math.max(-1, kappa - Z * standardError),
      high: Math.min(1, kappa + Z * standardError),
    },
  };
}

/** The codes that two coders gave to one comment, by id, each once. */
export interface CodedByTwo {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** The codes that two coders gave to one comment, with those that were suggested to each. */
export interface AidedByTwo extends CodedByTwo {
  readonly suggestedToFirst: readonly string[];
  readonly suggestedToSecond: readonly string[];
}

/** What suggestions did to the table of one code. */
export interface AidedTable {
  /** Comments for which the code was suggested to either coder. */
  readonly suggested: number;
  /** Comments of these on which a coder to whom it was suggested gave it. */
  readonly accepted: number;
  /** The table without all comments for which it was suggested. */
  readonly unaided: AgreementTable;
}

/**
 * The table of a code without the comments for which it was suggested to either coder, taken or not: leaving out only
 * what was taken would leave the refusals in, and lower the agreement. null = it was suggested for none.
 */
export function aidedTable(codeId: string, units: readonly AidedByTwo[]): AidedTable | null {
  const isAided = ({ suggestedToFirst, suggestedToSecond }: AidedByTwo): boolean =>
    suggestedToFirst.includes(codeId) || suggestedToSecond.includes(codeId);
  const aided = units.filter(isAided);
  if (aided.length === 0) return null;
  const others = units.filter((unit) => !isAided(unit));
  const unaided = agreementTables([codeId], others).get(codeId)!;
  const accepted = aided.filter(
    ({ first, second, suggestedToFirst, suggestedToSecond }) =>
      (suggestedToFirst.includes(codeId) && first.includes(codeId)) ||
      (suggestedToSecond.includes(codeId) && second.includes(codeId)),
  );
  return { suggested: aided.length, accepted: accepted.length, unaided };
}

/**
 * The table of each code over comments that both coders finished; codes in the order given. Looks only at codes that
 * were applied, so a book of many codes costs no more than what was coded with it.
 */
export function agreementTables(
  codeIds: readonly string[],
  units: readonly CodedByTwo[],
): ReadonlyMap<string, AgreementTable> {
  const at = new Map(codeIds.map((id, index) => [id, index]));
  const both = new Int32Array(codeIds.length);
  const ofFirst = new Int32Array(codeIds.length);
  const ofSecond = new Int32Array(codeIds.length);
  const seenBy = new Int32Array(codeIds.length).fill(-1);
  for (let unit = 0; unit < units.length; unit += 1) {
    const { first, second } = units[unit]!;
    for (const id of first) {
      const code = at.get(id);
      if (code === undefined) continue;
      ofFirst[code]! += 1;
      seenBy[code] = unit;
    }
    for (const id of second) {
      const code = at.get(id);
      if (code === undefined) continue;
      ofSecond[code]! += 1;
      if (seenBy[code] === unit) both[code]! += 1;
    }
  }
  return new Map(
    codeIds.map((id, code) => {
      const onlyFirst = ofFirst[code]! - both[code]!;
      const onlySecond = ofSecond[code]! - both[code]!;
      const neither = units.length - both[code]! - onlyFirst - onlySecond;
      return [id, { both: both[code]!, onlyFirst, onlySecond, neither }];
    }),
  );
}

/**
 * Krippendorff's alpha of one code over comments that two or more coders finished, however many each (methods D6.9:
 * for gaps and more than two coders). `undefined` when all say the same throughout, or nothing can be compared.
 */
export function krippendorffAlpha(
  units: readonly { readonly coders: number; readonly applied: number }[],
): number | Undefined {
  let disagreeing = 0;
  let applied = 0;
  let values = 0;
  for (const unit of units) {
    if (unit.coders < 2) continue;
    values += unit.coders;
    applied += unit.applied;
    disagreeing += (2 * unit.applied * (unit.coders - unit.applied)) / (unit.coders - 1);
  }
  const expected = 2 * applied * (values - applied);
  return expected === 0 ? 'undefined' : 1 - ((values - 1) * disagreeing) / expected;
}

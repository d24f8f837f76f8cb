import { byText } from '../cleaning/by-text.js';
import { requireCount } from './require-count.js';
import { type Limits, Z_95 } from './wilson.js';

/** One cell of a frame: how many hospitals it holds, how many of them answered, how many of these said yes. */
export interface StratumCount {
  /** Cells of one region are collapsed with each other before any other. */
  readonly region: string;
  readonly type: string;
  readonly frame: number;
  readonly answered: number;
  readonly yes: number;
}

/** One cell after collapsing, with the hospitals that each respondent in it stands for. */
export interface WeightedStratum extends Omit<StratumCount, 'region' | 'type'> {
  /** What it is made of, e.g. `Y56 general_ed`. */
  readonly cells: readonly string[];
  /** N_h / n_h, trimmed. */
  readonly weight: number;
  readonly trimmed: boolean;
}

/** A share that weights respondents so that every part of the frame counts by its size (methods D6.7). */
export interface WeightedShare {
  readonly share: number;
  /** 95 %: share ± z √variance, within 0 and 1. */
  readonly interval: Limits;
  readonly variance: number;
  /** 1 + CV²(w): by how much the weights widen what the answers tell. */
  readonly designEffect: number;
  /** Respondents / design effect. */
  readonly effectiveN: number;
  readonly strata: readonly WeightedStratum[];
}

/** A cell with fewer respondents is collapsed with another. */
export const LEAST_RESPONDENTS = 5;
/** No weight is more than so many times the median weight of the respondents. */
export const TRIM_AT = 3;

/**
 * Post-stratification by region and type (methods D6.7), shown beside the unweighted share and never instead of it.
 *
 * Cells with fewer than five respondents are collapsed: within their region first, then with the smallest of the
 * others. w_h = N_h / n_h, trimmed at three times the respondents' median; variance
 * Σ (N_h/N)² (1 − n_h/N_h) p_h (1 − p_h) / (n_h − 1). It cannot mend who chose to answer within a cell.
 * @returns null where fewer than five hospitals answered: nothing to weight
 * @throws RangeError on what is no count, or more answers than hospitals
 */
export function postStratify(cells: readonly StratumCount[]): WeightedShare | null {
  for (const { frame, answered, yes } of cells) {
    for (const [what, value] of Object.entries({ frame, answered, yes })) requireCount(what, value);
    if (yes > answered || answered > frame)
      throw new RangeError(`${yes} of ${answered} answers from ${frame} hospitals`);
  }
  const strata = collapse(cells.filter(({ frame }) => frame > 0));
  const n = strata.reduce((sum, { answered }) => sum + answered, 0);
  if (n < LEAST_RESPONDENTS) return null;
  const size = strata.reduce((sum, { frame }) => sum + frame, 0);
  const weights = strata.map(({ frame, answered }) => frame / answered);
  const most = TRIM_AT * weightedMedian(strata.map(({ answered }, at) => [weights[at] ?? 0, answered]));
  const weighted = strata.map((stratum, at): WeightedStratum => {
    const weight = Math.min(weights[at] ?? 0, most);
    return { ...stratum, weight, trimmed: weight < (weights[at] ?? 0) };
  });
  const sum = (value: (stratum: WeightedStratum) => number): number =>
    weighted.reduce((total, stratum) => total + value(stratum), 0);
  const total = sum(({ weight, answered }) => weight * answered);
  const share = sum(({ weight, yes }) => weight * yes) / total;
  const mean = total / n;
  const spread = sum(({ weight, answered }) => answered * (weight - mean) ** 2) / n;
  const designEffect = 1 + spread / mean ** 2;
  const variance = sum(({ frame, answered, yes }) => {
    const p = yes / answered;
    return ((frame / size) ** 2 * (1 - answered / frame) * p * (1 - p)) / (answered - 1);
  });
  const half = Z_95 * Math.sqrt(variance);
  return {
    share,
    interval: { low: Math.max(0, share - half), high: Math.min(1, share + half) },
    variance,
    designEffect,
    effectiveN: n / designEffect,
    strata: weighted,
  };
}

type Collapsed = Omit<WeightedStratum, 'weight' | 'trimmed'>;

function collapse(cells: readonly StratumCount[]): readonly Collapsed[] {
  const regions = new Map<string, Collapsed[]>();
  for (const { region, type, ...counts } of cells.toSorted(
    (a, b) => byText(a.region, b.region) || byText(a.type, b.type),
  )) {
    const cell = { ...counts, cells: [`${region} ${type}`] };
    regions.set(region, [...(regions.get(region) ?? []), cell]);
  }
  return mergeSmall([...regions.values()].flatMap(mergeSmall));
}

/** Joins the cell with fewest respondents to the next smallest until each has enough, or one is left. */
function mergeSmall(cells: readonly Collapsed[]): Collapsed[] {
  const [least, next, ...others] = cells.toSorted(
    (a, b) => a.answered - b.answered || byText(a.cells.join(), b.cells.join()),
  );
  if (least === undefined || next === undefined || least.answered >= LEAST_RESPONDENTS) return [...cells];
  return mergeSmall([
    {
      cells: [...least.cells, ...next.cells],
      frame: least.frame + next.frame,
      answered: least.answered + next.answered,
      yes: least.yes + next.yes,
    },
    ...others,
  ]);
}

/** The middle weight of all respondents, or the mean of the two middle ones. */
function weightedMedian(weights: readonly (readonly [weight: number, times: number])[]): number {
  const all = weights
    .flatMap(([weight, times]) => Array<number>(times).fill(weight))
    .toSorted((a, b) => a - b);
  const upper = all[Math.floor(all.length / 2)] ?? 0;
  const lower = all[Math.floor((all.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

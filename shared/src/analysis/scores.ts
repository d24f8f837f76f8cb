/** The integration score of one hospital as its lead respondent gave it, 0 to 100. */
export interface AnalysedScore {
  readonly odsCode: string;
  readonly name: string;
  readonly score: number;
  /**
   * The score may stand under the hospital's name: its strictest consent says so, or it already stands in a
   * published report, as the three of 2018 do (`000:186-243`).
   */
  readonly published: boolean;
}

/** What may leave of a round's scores; the shape of `scores` in a release. */
export interface ScoreStatistics {
  /** Hospitals with a score; those without one are not counted, and never as 0. */
  readonly n: number;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** To the whole number; absent where it is not given. */
  readonly mean?: number;
  readonly values: readonly { readonly odsCode: string; readonly name: string; readonly score: number }[];
}

/** From how many scores on a statistic may leave (methods C3, D6.5), unless every score is published anyway. */
export const LEAST_FOR_MEDIAN = 5;
export const LEAST_FOR_RANGE = 10;

/** While one or two scores are withheld, a median or an extreme beside the named values could give them away. */
export const LEAST_WITHHELD = 3;

/**
 * Summary of the integration scores of a round under the disclosure rules (methods C3, C4).
 *
 * Values only where they may be named; the median from five scores on, smallest, largest and mean from ten on, and none
 * of the four while one or two are withheld. Where every score is published only the mean is held back below ten: over a few
 * far-apart opinions it hides how far apart they are. It is a whole number, so that it does not tell what the withheld scores
 * sum up to. null = not published, not "no opinion".
 * @throws RangeError on a score outside 0 to 100.
 */
export function scoreStatistics(scores: readonly AnalysedScore[]): ScoreStatistics {
  for (const { odsCode, score } of scores) {
    if (!(score >= 0 && score <= 100)) {
      throw new RangeError(`the score of ${odsCode} must be 0 to 100, not ${score}`);
    }
  }
  const n = scores.length;
  const shown = scores.filter(({ published }) => published);
  const withheld = n - shown.length;
  const mayGive = (least: number): boolean =>
    n > 0 && (withheld === 0 || (n >= least && withheld >= LEAST_WITHHELD));
  const sorted = scores.map(({ score }) => score).toSorted((a, b) => a - b);
  return {
    n,
    median: mayGive(LEAST_FOR_MEDIAN) ? medianOf(sorted) : null,
    min: mayGive(LEAST_FOR_RANGE) ? (sorted[0] ?? null) : null,
    max: mayGive(LEAST_FOR_RANGE) ? (sorted[n - 1] ?? null) : null,
    ...(n >= LEAST_FOR_RANGE && mayGive(LEAST_FOR_RANGE) && { mean: meanOf(sorted) }),
    values: shown.map(({ odsCode, name, score }) => ({ odsCode, name, score })),
  };
}

const meanOf = (scores: readonly number[]): number =>
  Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);

/** Middle value, or the mean of the two middle ones. */
function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

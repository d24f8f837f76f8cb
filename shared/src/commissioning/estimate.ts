/** The three readings of an estimate: every input at its low, its central or its high value. */
export const CASES = ['low', 'central', 'high'] as const;
export type Case = (typeof CASES)[number];
export type PerCase = Readonly<Record<Case, number>>;

/** What a number counts; a `share` is kept as a proportion 0 to 1 and typed and shown in per cent. */
export type EstimateUnit = 'people' | 'visits' | 'share' | 'pounds' | 'wte' | 'courses' | 'sessions';

/** One number that an estimate starts from. */
export interface EstimateInput {
  /** Its name in the address; never changes. */
  readonly key: string;
  /** The letter or name it has in the formulas. */
  readonly symbol: string;
  readonly label: string;
  readonly unit: EstimateUnit;
  /** `range` = three boxes (low, central, high); `single` = one. */
  readonly kind: 'range' | 'single';
  /** Published values; null = none is published, so the reader has to give one. Never 0 for "not known". */
  readonly published: PerCase | null;
  /** Highest value that makes sense; the lowest is 0. */
  readonly most: number;
  /** Quoted lines (`001:565-567`), or why there is no source. */
  readonly source: string;
  /** What a reader should know before changing it; '' = nothing. */
  readonly note: string;
  /** Heading under which it stands. */
  readonly group: string;
}

/** One result: its formula in words, the inputs it needs, and the sum itself. */
export interface EstimateOutput {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
  readonly unit: EstimateUnit;
  /** Digits after the point: 1 for whole-time equivalents, else 0. */
  readonly digits: 0 | 1;
  readonly needs: readonly string[];
  /** `not_applicable` = the question does not arise, such as the mix of a team of nobody. */
  readonly sum: (input: (key: string) => number) => number | 'not_applicable';
  /** Sentence that stands in the announced summary, with {low}, {central} and {high} to fill in; '' = table only. */
  readonly sentence: string;
  readonly note: string;
}

/** A whole sheet: inputs, results, and what must be said with them. */
export interface EstimateSheet {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly inputs: readonly EstimateInput[];
  readonly outputs: readonly EstimateOutput[];
  /** Said with every result: limits and conflicts of the sources, each with its lines. */
  readonly caveats: readonly { readonly text: string; readonly source: string }[];
  /** Checks over several inputs; a sentence each, empty = all is well. */
  readonly check: (value: (key: string, at: Case) => number | undefined) => readonly string[];
}

/** Values of the inputs; an absent key is not known. */
export type EstimateValues = ReadonlyMap<string, PerCase>;

export type EstimateResult =
  | { readonly state: 'estimated'; readonly values: PerCase }
  /** Inputs without a published value that nobody has given: the result is not known, which is not 0. */
  | { readonly state: 'input_missing'; readonly missing: readonly string[] }
  | { readonly state: 'not_applicable' };

/**
 * The result of one output in all three cases.
 * @param values inputs by key; what is missing makes the result `input_missing` and is never taken for 0.
 * @throws RangeError when the output asks for an input that it does not list: a mistake in the sheet.
 */
export function estimateOutput(output: EstimateOutput, values: EstimateValues): EstimateResult {
  const missing = output.needs.filter((key) => !values.has(key));
  if (missing.length > 0) return { state: 'input_missing', missing };
  const at = (one: Case): number | 'not_applicable' =>
    output.sum((key) => {
      const value = output.needs.includes(key) ? values.get(key) : undefined;
      if (value === undefined) throw new RangeError(`${output.key} does not list its input ${key}`);
      return value[one];
    });
  const [low, central, high] = CASES.map(at);
  if (typeof low !== 'number' || typeof central !== 'number' || typeof high !== 'number')
    return { state: 'not_applicable' };
  return { state: 'estimated', values: { low, central, high } };
}

/** Every result of a sheet, in its order. */
export const estimateSheet = (
  sheet: EstimateSheet,
  values: EstimateValues,
): readonly { readonly output: EstimateOutput; readonly result: EstimateResult }[] =>
  sheet.outputs.map((output) => ({ output, result: estimateOutput(output, values) }));

/**
 * The input that makes the results uncertain most: the largest ratio of high to low among those that a result of the
 * sheet uses now. undefined = no input in use has a range.
 */
export function widestInput(sheet: EstimateSheet, values: EstimateValues): EstimateInput | undefined {
  const used = new Set(
    sheet.outputs
      .filter(({ needs }) => needs.every((key) => values.has(key)))
      .flatMap(({ needs }) => [...needs]),
  );
  const ratio = ({ key }: EstimateInput): number => {
    const { low, high } = values.get(key) ?? { low: 1, high: 1 };
    return high === low ? 1 : low === 0 ? Number.POSITIVE_INFINITY : high / low;
  };
  const [widest] = sheet.inputs
    .filter((input) => used.has(input.key) && ratio(input) > 1)
    .toSorted((a, b) => ratio(b) - ratio(a));
  return widest;
}

/**
 * To two significant figures, for prose: an estimate of 13,636 people is "about 14,000".
 * @example twoFigures(13_636) // 14000
 */
export function twoFigures(value: number): number {
  if (value === 0) return 0;
  const size = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  // Dividing by a power of ten below 1 would leave traces such as 0.30000000000000004.
  return size >= 1 ? Math.round(value / size) * size : Number(value.toPrecision(2));
}

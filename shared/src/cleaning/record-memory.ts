import type { HospitalRecord } from './analysis-dataset.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/** What a record is made of, one thing after the other. */
type Ingredients = readonly unknown[];

/**
 * Hospital records of one questionnaire, kept as long as the very same forms stand behind them: after one reply to a
 * round of ten thousand hospitals one record is made anew. Forms are compared by identity; whoever hands over others of
 * the same content pays, and gets the same.
 */
export class RecordMemory {
  private readonly known = new Map<string, { readonly of: Ingredients; readonly record: HospitalRecord }>();

  /**
   * @param make makes the record of these sets, and of nothing else that can change
   */
  recordOf(odsCode: string, sets: readonly ResolvedSet[], make: () => HospitalRecord): HospitalRecord {
    const of = sets.flatMap(ingredients);
    const known = this.known.get(odsCode);
    if (known !== undefined && isSame(known.of, of)) return known.record;
    const record = make();
    this.known.set(odsCode, { of, record });
    return record;
  }
}

/** Everything of a set that `toHospitalRecord` looks at; the counts keep neighbours apart. */
const ingredients = ({ perspective, lead, standing, spoken, placements }: ResolvedSet): Ingredients => [
  perspective,
  lead,
  standing.length,
  ...standing,
  spoken.size,
  ...spoken.values(),
  placements.length,
  ...placements.flatMap(({ form, clustered }) => [form, clustered]),
];

const isSame = (a: Ingredients, b: Ingredients): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

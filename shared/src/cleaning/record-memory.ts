import type { HospitalRecord, PerspectiveDifference } from './analysis-dataset.js';
import type { ResolvedSet } from './rules/r5-merge-set.js';

/** What a record is made of, one thing after the other. */
type Ingredients = readonly unknown[];

interface Remembered {
  readonly sets: readonly ResolvedSet[];
  readonly of: Ingredients;
  readonly seen: SeenHospital;
}

/** A hospital as its forms show it: its record, and on what its perspectives differ. */
export interface SeenHospital {
  readonly record: HospitalRecord;
  readonly differences: readonly PerspectiveDifference[];
}

/**
 * Hospital records of one questionnaire, kept as long as the very same forms stand behind them: after one reply to a
 * round of ten thousand hospitals one record is made anew. Forms are compared by identity; whoever hands over others of
 * the same content pays, and gets the same.
 */
export class RecordMemory {
  private readonly known = new Map<string, Remembered>();

  /**
   * @param make makes it from these sets, and from nothing else that can change
   */
  of(odsCode: string, sets: readonly ResolvedSet[], make: () => SeenHospital): SeenHospital {
    const known = this.known.get(odsCode);
    // Sets that nobody has decided about are the very same as long as their forms are.
    if (known !== undefined && isSame(known.sets, sets)) return known.seen;
    const of = ingredientsOf(sets);
    const seen = known !== undefined && isSame(known.of, of) ? known.seen : make();
    this.known.set(odsCode, { sets, of, seen });
    return seen;
  }
}

/**
 * Everything of the sets that `toHospitalRecord` and `findPerspectiveDifferences` look at; the counts keep neighbours
 * apart. Put into one list as it comes: sets of a large round have thousands of forms.
 */
function ingredientsOf(sets: readonly ResolvedSet[]): Ingredients {
  const of: unknown[] = [];
  for (const { perspective, lead, standing, spoken, placements } of sets) {
    of.push(perspective, lead, standing.length);
    for (const form of standing) of.push(form);
    of.push(spoken.size);
    for (const form of spoken.values()) of.push(form);
    of.push(placements.length);
    for (const { form, clustered } of placements) of.push(form, clustered);
  }
  return of;
}

const isSame = (a: Ingredients, b: Ingredients): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

import type { Problem } from '../kernel/problem.js';
import { accept, refuse, type Result } from '../kernel/result.js';

/** One place, trust or programme site as a list of named values; '' = the list does not say. */
export interface ReconcileRecord {
  /** What identifies it in both lists: an ODS code, or the id of a programme site. */
  readonly key: string;
  /** What a person calls it. */
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Further values of a field that are known already, such as other spellings of a name. */
  readonly alsoKnown?: Readonly<Record<string, readonly string[]>>;
}

export interface FieldChange {
  readonly field: string;
  /** '' = it was not known. */
  readonly from: string;
  readonly to: string;
}

/** What taking over a newer list would do. Nothing is ever deleted: what the newer list lacks is only named. */
export interface FramePlan {
  readonly added: readonly ReconcileRecord[];
  readonly changed: readonly {
    readonly key: string;
    readonly label: string;
    readonly changes: readonly FieldChange[];
  }[];
  readonly missing: readonly { readonly key: string; readonly label: string }[];
  readonly unchanged: number;
}

/**
 * Compares what is stored with a newer list, field by field.
 *
 * A value that the newer list leaves open ('') never overwrites one that is known, and a field that it does not
 * have at all is left alone. Spelling in capitals, extra white space and the last digits of a coordinate (below a
 * metre) are no change. Refuses a list that names the same thing twice (`NAMED_TWICE`): which row counts would be
 * a guess. The order of the plan is that of the lists.
 */
export function reconcileFrame(
  current: readonly ReconcileRecord[],
  incoming: readonly ReconcileRecord[],
): Result<FramePlan, Problem> {
  const twice = incoming.filter((record, at) => incoming.findIndex(({ key }) => key === record.key) !== at);
  if (twice.length > 0) return refuse(...twice.map(namedTwice));

  const stored = new Map(current.map((record) => [record.key, record]));
  const named = new Set(incoming.map(({ key }) => key));
  const compared = incoming.flatMap((record) => {
    const before = stored.get(record.key);
    return before === undefined
      ? []
      : [{ key: record.key, label: before.label, changes: changesOf(before, record) }];
  });
  const changed = compared.filter(({ changes }) => changes.length > 0);
  return accept({
    added: incoming.filter(({ key }) => !stored.has(key)),
    changed,
    missing: current.filter(({ key }) => !named.has(key)).map(({ key, label }) => ({ key, label })),
    unchanged: compared.length - changed.length,
  });
}

function changesOf(before: ReconcileRecord, after: ReconcileRecord): FieldChange[] {
  return Object.entries(after.fields)
    .map(([field, to]) => ({ field, from: before.fields[field] ?? '', to }))
    .filter(({ field, from, to }) => {
      const known = [from, ...(before.alsoKnown?.[field] ?? [])];
      return to.trim() !== '' && !known.some((value) => isSame(value, to));
    });
}

const DECIMAL = /^-?\d+\.\d+$/;

function isSame(a: string, b: string): boolean {
  if (DECIMAL.test(a) && DECIMAL.test(b)) return Math.abs(Number(a) - Number(b)) < 1e-5;
  return plain(a) === plain(b);
}

const plain = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const namedTwice = ({ key, label }: ReconcileRecord): Problem => ({
  code: 'NAMED_TWICE',
  field: key,
  message: `${key} (${label}) stands in the file more than once.`,
  mend: 'Leave one row for it in the file.',
});

import type { ExplorerState } from '../explorer-state.js';
import { hasAnswered, type ReleasedHospital } from '../released-hospital.js';
import { toShownHospitals } from '../to-shown-hospitals.js';

/** One hospital in two rounds; null = it is not in the list of that round. */
export interface BesideRow {
  readonly odsCode: string;
  readonly name: string;
  readonly first: ReleasedHospital | null;
  readonly second: ReleasedHospital | null;
}

export interface BesideRows {
  readonly rows: readonly BesideRow[];
  /** What either map shows: the rows that its round lists, in the order of the table. */
  readonly first: readonly ReleasedHospital[];
  readonly second: readonly ReleasedHospital[];
  /** Hospitals of which both rounds have a named answer: only these tell of a change (methods C3). */
  readonly answeredInBoth: number;
}

/**
 * The hospitals of two rounds in one table: whoever passes the filters in either round, matched by code. It holds what
 * each round says and never a difference of shares: two rounds have different responders.
 */
export function toBesideRows(
  first: readonly ReleasedHospital[],
  second: readonly ReleasedHospital[],
  state: ExplorerState,
): BesideRows {
  const inFirst = new Map(first.map((hospital) => [hospital.odsCode, hospital]));
  const inSecond = new Map(second.map((hospital) => [hospital.odsCode, hospital]));
  const shown = [
    ...toShownHospitals(first, state),
    ...toShownHospitals(second, state).filter(({ odsCode }) => !inFirst.has(odsCode)),
  ];
  const passed = new Set(shown.map(({ odsCode }) => odsCode));
  // A hospital that passes in the second round only is in the first one's list as well, and keeps its place there.
  const late = toShownHospitals(second, state).filter(({ odsCode }) => !passed.has(odsCode));
  const rows = [...shown, ...late].map(({ odsCode, name }) => ({
    odsCode,
    name,
    first: inFirst.get(odsCode) ?? null,
    second: inSecond.get(odsCode) ?? null,
  }));
  const listed = (one: ReleasedHospital | null): one is ReleasedHospital => one !== null;
  return {
    rows,
    first: rows.map((row) => row.first).filter(listed),
    second: rows.map((row) => row.second).filter(listed),
    answeredInBoth: rows.filter(
      (row) =>
        row.first !== null &&
        row.second !== null &&
        hasAnswered(row.first.category) &&
        hasAnswered(row.second.category),
    ).length,
  };
}

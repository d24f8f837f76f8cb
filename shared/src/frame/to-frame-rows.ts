import type { Table } from '../kernel/table.js';
import type { Eligibility } from './eligibility.js';
import type { FrameFacts } from './frame-facts.js';
import { LIST_COLUMNS, VERDICT_COLUMNS } from './frame-row.js';

/** A hospital of a frame as its file shows it. */
export interface ListedUnit {
  readonly eligibility: Eligibility;
  readonly why: string;
  readonly facts: FrameFacts;
}

/** Not facts of a hospital: they say how a line of a list belongs to what is known, and everything here is known. */
const TAKEN_IN: readonly string[] = ['former_code', 'trust_since'];
const COLUMNS = LIST_COLUMNS.filter((column) => !TAKEN_IN.includes(column)) as Exclude<
  (typeof LIST_COLUMNS)[number],
  'former_code' | 'trust_since'
>[];
const AS_NUMBERS: readonly string[] = ['latitude', 'longitude', 'ed_attendances'];

/**
 * A frame as a list that can be imported again (`readFrameRows`), one row a hospital by code, with whether it belongs and
 * why. What is not known is an empty cell. Numbers are numbers, so that nothing takes the minus of a longitude for the
 * beginning of a formula.
 */
export const toFrameRows = (units: readonly ListedUnit[]): Table => ({
  columns: [...COLUMNS, ...VERDICT_COLUMNS],
  rows: units
    .toSorted((a, b) => (a.facts.ods_code < b.facts.ods_code ? -1 : 1))
    .map(({ facts, eligibility, why }) => [
      ...COLUMNS.map((column) => {
        const value = facts[column];
        return AS_NUMBERS.includes(column) && value !== '' ? Number(value) : value;
      }),
      eligibility,
      why,
    ]),
});

import type { Problem } from '../kernel/problem.js';
import type { FactField } from './frame-facts.js';

/** Columns of a list of hospitals: facts, and two that say how a row belongs to what is known already. */
export const LIST_COLUMNS = [
  'ods_code',
  'name',
  'trust_code',
  'former_code',
  'trust_since',
  'postcode',
  'town',
  'latitude',
  'longitude',
  'trust_name',
  'trust_type',
  'region_code',
  'icb_code',
  'ccg_code',
  'country',
  'site_type',
  'ed_type',
  'opened_on',
  'closed_on',
  'merged_into',
  'ed_attendances',
  'plan_member',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** Columns that every list has; the others may be left out, and then say nothing. */
export const NEEDED_COLUMNS: readonly ListColumn[] = ['ods_code', 'name', 'trust_code'];

/**
 * Columns that a frame's own file has besides: whether a hospital belongs, and why. A list may carry them and they are
 * passed over, because the rule and people decide that and no list.
 */
export const VERDICT_COLUMNS = ['belongs', 'why'] as const;

/** Something wrong in one line of a file. `field` is the column; line 1 is the line of headings. */
export interface LineProblem extends Problem {
  readonly line: number;
}

/** One line of a list that can be used; '' = it does not say. */
export interface FrameRow {
  readonly line: number;
  readonly values: Readonly<Record<Exclude<ListColumn, 'former_code' | 'trust_since'> & FactField, string>>;
  /** An earlier code of the same hospital, or `new` for "this is none that you know". */
  readonly formerCode: string;
  /** Day from which the trust has run it. */
  readonly trustSince: string;
  /** `listed`, or `code_ended` where a register says that the code ended. */
  readonly listStatus: 'listed' | 'code_ended';
}

/** A file's lines: those that can be used, and everything wrong in the others. */
export interface ReadFrameRows {
  readonly rows: readonly FrameRow[];
  readonly problems: readonly LineProblem[];
}

/** Areas that a row may name; trusts may be new, areas may not. */
export interface KnownAreas {
  readonly regions: ReadonlySet<string>;
  readonly icbs: ReadonlySet<string>;
  readonly ccgs: ReadonlySet<string>;
}

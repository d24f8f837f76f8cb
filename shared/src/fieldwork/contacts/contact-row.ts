import type { LineProblem } from '../../frame/frame-row.js';

/** On what ground somebody's name and address are kept (UK GDPR, article 6), as the survey lead states it. */
export const LEGAL_BASES = ['public_task', 'legitimate_interests', 'consent'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** Columns of a list of contacts. */
export const CONTACT_COLUMNS = ['email', 'name', 'role', 'hospitals'] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];

/** Columns that every list has; without them nobody could be invited. */
export const NEEDED_CONTACT_COLUMNS: readonly ContactColumn[] = ['email', 'hospitals'];

/** Longest name and role of a contact. */
export const MOST_NAME = 120;

/** One person as a list or a form gives them. */
export interface ContactValues {
  /** In small letters. */
  readonly email: string;
  /** '' = it does not say. */
  readonly name: string;
  readonly role: string;
  /** ODS codes, each once, in order; none = not known for whom they could answer. */
  readonly hospitals: readonly string[];
}

/** One line of a list that can be used. */
export interface ContactRow extends ContactValues {
  readonly line: number;
}

/** A file's lines: those that can be used, and everything wrong in the others. */
export interface ReadContactRows {
  readonly rows: readonly ContactRow[];
  readonly problems: readonly LineProblem[];
}

/** What a list of contacts would do, or did: the upload's answer and the screen show this one document. */
export interface ContactImportReport {
  /** True when this very request stored the list. With any problem nothing is stored. */
  readonly stored: boolean;
  readonly fileName: string;
  /** Lines that name somebody. */
  readonly rows: number;
  /** People, after lines with the same address were put together. */
  readonly people: number;
  readonly added: number;
  /** Known already and put on the list, or with something new. */
  readonly changed: number;
  readonly unchanged: number;
  /** Of them all, how many have asked for no more mail; they are stored and get none. */
  readonly optedOut: number;
  readonly problemCount: number;
  readonly problems: readonly LineProblem[];
  /** Remarks that stop nothing: a byte-order mark that was skipped, addresses that stand on several lines. */
  readonly notices: readonly string[];
  /** Stands for exactly this: sent back to store it and nothing else. '' where there are problems. */
  readonly plan: string;
}

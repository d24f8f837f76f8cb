import type { Problem } from '../../kernel/problem.js';

/** One sheet of a workbook as text: the first row holds the column names. A cell that is left out is ''. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** An XLSForm as plain data: sheets `survey`, `choices` and `settings`, and ours where a standard sheet has no place. */
export type XlsForm = readonly Sheet[];

/**
 * What stops an import, with the cell to put right: `row` counts as the spreadsheet program does (headings are row 1;
 * 0 = the sheet as a whole), `column` is the column's heading ('' = the whole row).
 */
export interface SheetProblem extends Problem {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** Where something stands in a workbook. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}

/** Columns of our own begin with this; the XLSForm standard lets other programs pass over them. */
export const OWN = 'atlas_';

/** The sheet that holds the verdicts on comparability; an XLSForm has no place for them. */
export const COMPARABILITY_SHEET = `${OWN}comparability`;

/** Ends the name of the question that offers the absences ("I don't know") of a question which is not a choice. */
export const ABSENCE_SUFFIX = '-absence';

/** Ends the name of the note that stands above a question's control. */
export const WARNING_SUFFIX = '-warning';

/** Names of a language in its own words, as the headings of XLSForms have them; of others the tag stands alone. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  cy: 'Cymraeg',
  gd: 'Gàidhlig',
  ga: 'Gaeilge',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
};

/** A language as XLSForm headings name it. @example languageName('cy') // → 'Cymraeg (cy)' */
export const languageName = (tag: string): string => `${OWN_NAMES[tag] ?? tag} (${tag})`;

/** The heading of a column in one language. @example inLanguage('label', 'cy') // → 'label::Cymraeg (cy)' */
export const inLanguage = (column: string, tag: string): string => `${column}::${languageName(tag)}`;

/** Columns of the survey sheet that hold a text per language. */
export const TEXT_COLUMNS = ['label', 'hint', `${OWN}unit`] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Columns of the survey sheet that are the same in every language, in the order in which they are written. */
export const SURVEY_COLUMNS = [
  'relevant',
  'required',
  'appearance',
  'parameters',
  'constraint',
  `${OWN}part`,
  `${OWN}type`,
  `${OWN}page_id`,
  `${OWN}page_optional`,
  `${OWN}required`,
  `${OWN}step`,
  `${OWN}privacy`,
  `${OWN}publication`,
  `${OWN}source`,
  `${OWN}spss_name`,
  `${OWN}fhir_link_id`,
] as const;
export type SurveyColumn = 'type' | 'name' | (typeof SURVEY_COLUMNS)[number];

/** What a row is to us where its type does not say it (column `atlas_part`). */
export const PARTS = [
  'information',
  'information_heading',
  'information_paragraph',
  'page',
  'warning',
  'absence',
] as const;
export type Part = (typeof PARTS)[number];

import type { ExportCode, ExportColumn } from './export-table.js';

/**
 * Why a cell holds no value: the word that stands in it, its label, and the place that it has among the numbers which
 * statistics programs take for missing. Never an empty cell, 0 or "no". The order is a contract: numbers follow from it.
 */
const WORDS = {
  dont_know: "Don't know",
  skipped: 'Shown and left empty',
  not_asked: 'Not asked: routing did not show the question',
  refused: 'Preferred not to say',
  not_applicable: 'Not applicable',
  conflict: 'Not known: respondents disagree',
  no_reply: 'Not known: no reply',
  held_back: 'Held back: nobody has cleared the text',
  not_published: 'Not published',
} as const;

export type AbsentWord = keyof typeof WORDS;

const ALL = Object.keys(WORDS) as readonly AbsentWord[];

/** Absences as codes of a column. @param labels words of the questionnaire, where it has its own */
export const absentCodes = (
  words: readonly AbsentWord[],
  labels: Readonly<Partial<Record<AbsentWord, string>>> = {},
): readonly ExportCode[] => words.map((code) => ({ code, label: labels[code] ?? WORDS[code], absent: true }));

/**
 * The number under which statistics programs hold a code. Absences are -91 to -99, or lower where a real value could be
 * one of these; values are counted from 1, and an only yes and no are 1 and 0.
 */
export function numberOfCode(column: Pick<ExportColumn, 'codes' | 'min'>, code: string): number {
  const absence = ALL.findIndex((word) => word === code);
  const one = column.codes.find((known) => known.code === code);
  if (one?.absent === true) return absentBase(column) - 1 - absence;
  const values = column.codes.filter(({ absent }) => !absent).map((known) => known.code);
  if (values.every((value) => value === 'yes' || value === 'no')) return code === 'yes' ? 1 : 0;
  return values.indexOf(code) + 1;
}

/** Where the numbers of absences begin, below every value that the column can have. */
export function absentBase({ min }: Pick<ExportColumn, 'min'>): number {
  let base = -90;
  while (min !== null && min <= base) base = base * 10 - 90;
  return base;
}

/** Stata's letter of an absence: `.a` for the first word. */
export const letterOfCode = (code: string): string =>
  String.fromCharCode(97 + Math.max(0, ALL.indexOf(code as AbsentWord)));

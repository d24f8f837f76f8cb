import type { LocalText } from '../instrument.js';
import type { Place, Sheet, SheetProblem } from './xlsform.js';

/** Collects what is wrong with a workbook (`problems`) and what was left out or assumed (`notices`), cell by cell. */
export class ImportFindings {
  readonly problems: SheetProblem[] = [];
  readonly notices: SheetProblem[] = [];

  refuse(place: Place, code: string, message: string, mend: string): void {
    this.problems.push(found(place, code, message, mend));
  }

  note(place: Place, code: string, message: string, mend: string): void {
    this.notices.push(found(place, code, message, mend));
  }
}

function found(place: Place, code: string, message: string, mend: string): SheetProblem {
  const field =
    place.column === ''
      ? `${place.sheet} row ${place.row}`
      : `${place.sheet} row ${place.row}, ${place.column}`;
  return { code, field: place.row === 0 ? place.sheet : field, message, mend, ...place };
}

/** One row below the headings. */
export interface SheetRow {
  readonly number: number;
  /** A cell that is the same in every language, without space around; '' when it is empty or there is no such column. */
  readonly cell: (column: string) => string;
  /** The same exactly as typed. */
  readonly exact: (column: string) => string;
  /** A text in English and the second language, exactly as typed; undefined when there is none. */
  readonly text: (column: string) => LocalText | undefined;
  readonly at: (column: string) => Place;
}

/** Headings that older XLSForms use for the same thing. */
const ALIASES: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'list name': 'list_name',
  caption: 'label',
};

/** The language of a heading without one. */
const ENGLISH = 'en';

interface Column {
  readonly base: string;
  /** '' = the heading names no language. */
  readonly tag: string;
  readonly heading: string;
  readonly index: number;
}

/** Second languages that the headings of a sheet name by their tag, as in `label::Cymraeg (cy)`. */
export const secondLanguagesOf = (sheet: Sheet | undefined): readonly string[] => [
  ...new Set(columnsOf(sheet).flatMap(({ tag }) => (tag === '' || tag === ENGLISH ? [] : [tag]))),
];

/** Headings that name a language without its tag, so that nobody can say which language it is. */
export const untaggedOf = (sheet: Sheet | undefined): readonly string[] =>
  (sheet?.rows[0] ?? []).filter((heading) => {
    const language = heading.split('::')[1]?.trim();
    return language !== undefined && !TAGGED.test(language) && !/^english$/i.test(language);
  });

const TAGGED = /\(([A-Za-z0-9-]+)\)$/;

function columnsOf(sheet: Sheet | undefined): readonly Column[] {
  return (sheet?.rows[0] ?? []).map((heading, index) => {
    const [base = '', language] = heading.split('::').map((part) => part.trim());
    const name = base.toLowerCase();
    const tag =
      language === undefined
        ? ''
        : /^english$/i.test(language)
          ? ENGLISH
          : (TAGGED.exec(language)?.[1] ?? '?');
    return { base: ALIASES[name] ?? name, tag, heading, index };
  });
}

/** The rows of a sheet that hold anything, each with the number that the spreadsheet program shows. */
export function readRows(
  sheet: Sheet,
  secondLanguage: string | undefined,
  findings: ImportFindings,
): readonly SheetRow[] {
  const columns = columnsOf(sheet).filter(({ heading }) => heading.trim() !== '');
  const place = (number: number, column: string): Place => ({ sheet: sheet.name, row: number, column });
  for (const { base, tag, heading, index } of columns)
    if (columns.some((other) => other.base === base && other.tag === tag && other.index < index))
      findings.refuse(
        place(1, heading),
        'DUPLICATE_COLUMN',
        'Two columns have the same heading.',
        'Keep one of them.',
      );
  const find = (base: string, tag: string): Column | undefined =>
    columns.find((column) => column.base === base && column.tag === tag);
  return sheet.rows.slice(1).flatMap((cells, position): SheetRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const number = position + 2;
    const raw = (column: Column | undefined): string => (column ? (cells[column.index] ?? '') : '');
    return [
      {
        number,
        cell: (column) => raw(find(column, '')).trim(),
        exact: (column) => raw(find(column, '')),
        text: (column) => {
          const en = raw(find(column, ENGLISH)) || raw(find(column, ''));
          const second = secondLanguage === undefined ? '' : raw(find(column, secondLanguage));
          if (en.trim() === '' && second.trim() === '') return undefined;
          if (en.trim() === '')
            findings.refuse(
              place(number, column),
              'NO_ENGLISH',
              'The text is there in the second language only.',
              'Write the English text too.',
            );
          return second.trim() === '' ? { en } : { en, second };
        },
        at: (column) => place(number, find(column, '')?.heading ?? find(column, ENGLISH)?.heading ?? column),
      },
    ];
  });
}

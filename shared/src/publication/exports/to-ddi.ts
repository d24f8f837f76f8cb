import { numberOfCode } from './absent-words.js';
import type { ExportColumn, ExportTable } from './export-table.js';
import { element, type XmlElement, xmlText } from './xml-text.js';

/** A file that the codebook describes. `rows` null = not counted yet. */
export interface DescribedFile {
  readonly table: ExportTable;
  readonly path: string;
  readonly rows: number | null;
}

export interface DdiInput {
  readonly id: string;
  readonly title: string;
  /** What the study is about, and what must be known of its data. */
  readonly abstract: string;
  readonly universe: string;
  /** When the answers were collected, in words. */
  readonly collected: string;
  readonly producedBy: string;
  /** ISO moment. */
  readonly at: string;
  readonly version: string;
  readonly citation: string;
  readonly files: readonly DescribedFile[];
}

/** The study and its variables as DDI-Codebook 2.5, which archives take. Elements in the order that its schema asks for. */
export function toDdi(input: DdiInput): string {
  const day = input.at.slice(0, 10);
  return xmlText(
    element(
      'codeBook',
      {
        xmlns: 'ddi:codebook:2_5',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd',
        version: '2.5',
        'xml:lang': 'en',
        ID: 'codebook',
      },
      element(
        'docDscr',
        {},
        element(
          'citation',
          {},
          element('titlStmt', {}, element('titl', {}, `Codebook of ${input.title}`)),
          element(
            'prodStmt',
            {},
            element('producer', {}, input.producedBy),
            element('prodDate', { date: day }, day),
          ),
          element('verStmt', {}, element('version', { date: day }, input.version)),
        ),
      ),
      element(
        'stdyDscr',
        {},
        element(
          'citation',
          {},
          element('titlStmt', {}, element('titl', {}, input.title), element('IDNo', {}, input.id)),
          element(
            'prodStmt',
            {},
            element('producer', {}, input.producedBy),
            element('prodDate', { date: day }, day),
          ),
          element('verStmt', {}, element('version', { date: day }, input.version)),
          element('biblCit', {}, input.citation),
        ),
        element(
          'stdyInfo',
          {},
          element('abstract', {}, input.abstract),
          element(
            'sumDscr',
            {},
            element('collDate', {}, input.collected),
            element('nation', { abbr: 'GB' }, 'England'),
            element('anlyUnit', {}, 'Acute hospital'),
            element('universe', {}, input.universe),
            element('dataKind', {}, 'Survey data'),
          ),
        ),
      ),
      ...input.files.map(fileDescription),
      element('dataDscr', {}, ...input.files.flatMap(({ table }, at) => variables(table, at))),
    ),
  );
}

const fileDescription = ({ table, path, rows }: DescribedFile, at: number): XmlElement =>
  element(
    'fileDscr',
    { ID: `file-${at + 1}` },
    element(
      'fileTxt',
      {},
      element('fileName', {}, path),
      element('fileCont', {}, `One row is ${table.rowIs}.`),
      element(
        'dimensns',
        {},
        ...(rows === null ? [] : [element('caseQnty', {}, String(rows))]),
        element('varQnty', {}, String(table.columns.length)),
      ),
      element('fileType', { charset: 'UTF-8' }, 'CSV with a header row'),
    ),
  );

const variables = ({ columns }: ExportTable, at: number): readonly XmlElement[] =>
  columns.map((one, place) => variable(one, at + 1, place + 1));

function variable(one: ExportColumn, file: number, place: number): XmlElement {
  const isNumber = one.type === 'integer' || one.type === 'decimal';
  const range = {
    ...(one.min !== null && { min: String(one.min) }),
    ...(one.max !== null && { max: String(one.max) }),
  };
  const absent = one.codes.filter((code) => code.absent);
  return element(
    'var',
    {
      ID: `var-${file}-${place}`,
      name: one.name,
      files: `file-${file}`,
      intrvl: isNumber ? 'contin' : 'discrete',
    },
    element('labl', {}, one.label),
    ...(one.askedWhen === '' ? [] : [element('qstn', {}, element('qstnLit', {}, one.label))]),
    ...(isNumber && Object.keys(range).length > 0
      ? [
          element(
            'valrng',
            {},
            element('range', { UNITS: one.type === 'integer' ? 'INT' : 'REAL', ...range }),
          ),
        ]
      : []),
    ...(absent.length === 0
      ? []
      : [element('invalrng', {}, ...absent.map(({ code }) => element('item', { VALUE: code })))]),
    ...(one.askedWhen === '' || one.askedWhen === 'Always'
      ? []
      : [element('universe', {}, `Asked when ${one.askedWhen}`)]),
    ...(one.unit === '' ? [] : [element('txt', {}, `Unit: ${one.unit}`)]),
    ...one.codes.map(({ code, label, absent: isAbsent }) =>
      element(
        'catgry',
        isAbsent ? { missing: 'Y' } : {},
        element('catValu', {}, code),
        element('labl', {}, label),
        ...(one.type === 'text' || one.type === 'day'
          ? []
          : [element('txt', {}, `${numberOfCode(one, code)} in the syntax files`)]),
      ),
    ),
    element('varFormat', { type: isNumber ? 'numeric' : 'character' }),
  );
}

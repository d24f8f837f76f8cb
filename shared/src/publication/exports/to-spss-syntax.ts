import { absentBase, numberOfCode } from './absent-words.js';
import type { ExportColumn, ExportTable } from './export-table.js';
import { cutLabel, programNames } from './program-names.js';

/** Longest string variable of SPSS, in bytes. */
const LONGEST_TEXT = 32_767;
const WORD_WIDTH = 64;

/**
 * Syntax for SPSS and PSPP that reads a CSV file, with labels of variables and values and with missing values. Columns
 * of codes and numbers are read as text and recoded, so that an absence keeps its reason as a user-missing number.
 * @param csvName name of the file, which lies beside the syntax
 */
export function toSpssSyntax(table: ExportTable, csvName: string): string {
  const names = programNames(table.columns, 64);
  const read = table.columns.map((one, at) => ({ one, name: names[at] ?? '', raw: `raw_${at + 1}` }));
  const recoded = read.filter(({ one }) => isRecoded(one));
  const lines = [
    `* ${quotable(`${table.title}: one row is ${table.rowIs}`)}.`,
    `* Run it in the folder of ${csvName}, or write the whole path below.`,
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(csvName)}`,
    "  /ENCODING='UTF-8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELIMITERS=","',
    "  /QUALIFIER='\"'",
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...read.map(({ one, name, raw }) =>
      isRecoded(one) ? `    ${raw} A${WORD_WIDTH}` : `    ${name} A${textWidth(one)}`,
    ),
    '  .',
    ...recoded.flatMap(({ one, name, raw }) => recode(one, name, raw)),
    'EXECUTE.',
    ...read.map(({ one, name }) => `VARIABLE LABELS ${name}\n  ${inPieces(cutLabel(one.label, 250))}.`),
    ...recoded.flatMap(({ one, name }) => valueLabels(one, name)),
    'MATCH FILES /FILE=*',
    '  /KEEP=',
    ...read.map(({ name }) => `    ${name}`),
    '  .',
    'EXECUTE.',
  ];
  return `${lines.join('\n')}\n`;
}

/** Days and moments stay text: they sort correctly, and a word can stand in their place. */
const isRecoded = ({ type }: Pick<ExportColumn, 'type'>): boolean =>
  type === 'code' || type === 'integer' || type === 'decimal';

const textWidth = ({ width }: Pick<ExportColumn, 'width'>): number =>
  Math.min(LONGEST_TEXT, Math.max(8, width * 4));

function recode(one: ExportColumn, name: string, raw: string): readonly string[] {
  const convert = one.type === 'code' ? [] : ['  (CONVERT)'];
  const lines = one.codes.map(({ code }) => `  (${quoted(code)}=${numberOfCode(one, code)})`);
  const format = one.type === 'decimal' ? 'F12.6' : 'F10.0';
  return [`RECODE ${raw}`, ...lines, ...convert, `  INTO ${name}.`, `FORMATS ${name} (${format}).`];
}

function valueLabels(one: ExportColumn, name: string): readonly string[] {
  if (one.codes.length === 0) return [];
  const lines = one.codes.map(
    ({ code, label }) => `  ${numberOfCode(one, code)} ${inPieces(cutLabel(label, 117))}`,
  );
  const absent = one.codes.some((code) => code.absent)
    ? [`MISSING VALUES ${name} (LOWEST THRU ${absentBase(one) - 1}).`]
    : [];
  return [`VALUE LABELS ${name}`, ...lines, '  .', ...absent];
}

/** Text in the quotes of SPSS. */
const quoted = (text: string): string => `'${quotable(text).replaceAll("'", "''")}'`;

const quotable = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** A long text in several: no line of syntax may have more than 256 bytes. */
function inPieces(text: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    piece += character;
    if (piece.length >= 50) {
      pieces.push(piece);
      piece = '';
    }
  }
  if (piece !== '' || pieces.length === 0) pieces.push(piece);
  return pieces.map(quoted).join(' +\n    ');
}

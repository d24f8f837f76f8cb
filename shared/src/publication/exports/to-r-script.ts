import type { ExportColumn, ExportTable } from './export-table.js';

/**
 * A script for R without packages: reads a CSV file into the data frame `atlas`. Codes become factors with the words of
 * the questionnaire, numbers numbers, days dates; an absence is NA there, and its reason stands under the same name in
 * the data frame `atlas_absent`.
 * @param csvName name of the file, which lies beside the script
 */
export function toRScript(table: ExportTable, csvName: string): string {
  const lines = [
    `# ${flat(table.title)}: one row is ${flat(table.rowIs)}`,
    `# Run it in the folder of ${csvName}.`,
    'atlas <- read.csv(',
    `  ${quoted(csvName)},`,
    '  fileEncoding = "UTF-8-BOM", colClasses = "character", check.names = FALSE,',
    '  na.strings = character(0), strip.white = FALSE',
    ')',
    'atlas_absent <- atlas',
    'atlas_absent[] <- NA_character_',
    'atlas_set <- function(name, label, type, codes, labels, absent, words) {',
    '  cells <- atlas[[name]]',
    '  why <- match(cells, absent)',
    '  atlas_absent[[name]] <<- words[why]',
    '  cells[!is.na(why)] <- NA',
    '  cells <- switch(type,',
    '    code = factor(cells, levels = codes, labels = labels),',
    '    number = suppressWarnings(as.numeric(cells)),',
    '    day = as.Date(cells, format = "%Y-%m-%d"),',
    '    cells',
    '  )',
    '  attr(cells, "label") <- label',
    '  atlas[[name]] <<- cells',
    '}',
    ...table.columns.map(toCall),
    'rm(atlas_set)',
  ];
  return `${lines.join('\n')}\n`;
}

const TYPES: Readonly<Record<ExportColumn['type'], string>> = {
  code: 'code',
  integer: 'number',
  decimal: 'number',
  day: 'day',
  moment: 'text',
  text: 'text',
};

function toCall({ name, label, type, codes }: ExportColumn): string {
  const values = type === 'code' ? codes.filter(({ absent }) => !absent) : [];
  const absences = codes.filter(({ absent }) => absent);
  const texts = [name, label, TYPES[type]].map(quoted).join(', ');
  return [
    `atlas_set(${texts},`,
    `  ${vector(values.map(({ code }) => code))},`,
    // Two options may have the same words; levels of a factor must differ.
    `  make.unique(${vector(values.map((one) => one.label))}),`,
    `  ${vector(absences.map(({ code }) => code))},`,
    `  ${vector(absences.map((one) => one.label))})`,
  ].join('\n');
}

const vector = (texts: readonly string[]): string =>
  texts.length === 0 ? 'character(0)' : `c(${texts.map(quoted).join(', ')})`;

/** An R string; other characters than those of ASCII as escapes, so that the script does not depend on a locale. */
const quoted = (text: string): string =>
  `"${flat(text)
    .replace(/["\\]/g, '\\$&')
    .replace(/[^\u0020-\u007e]/gu, (character) => `\\U{${(character.codePointAt(0) ?? 0).toString(16)}}`)}"`;

const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

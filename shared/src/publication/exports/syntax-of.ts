import type { SyntaxEnding } from './export-names.js';
import type { ExportTable } from './export-table.js';
import { toRScript } from './to-r-script.js';
import { toSpssSyntax } from './to-spss-syntax.js';
import { toStataSyntax } from './to-stata-syntax.js';

const WRITERS: Readonly<Record<SyntaxEnding, (table: ExportTable, csvName: string) => string>> = {
  sps: toSpssSyntax,
  do: toStataSyntax,
  R: toRScript,
};

/** The syntax file with this ending that reads the CSV file of a table. */
export const syntaxOf = (table: ExportTable, csvName: string, ending: SyntaxEnding): string =>
  WRITERS[ending](table, csvName);

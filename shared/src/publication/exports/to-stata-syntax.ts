import { letterOfCode, numberOfCode } from './absent-words.js';
import type { ExportColumn, ExportTable } from './export-table.js';
import { cutLabel, programNames } from './program-names.js';

/**
 * A do-file for Stata 14 and later that reads a CSV file and labels it. Absences become extended missing values (`.a`
 * to `.i`) with labels, so that no count takes them for answers and the reason is kept.
 * @param csvName name of the file, which lies beside the do-file
 */
export function toStataSyntax(table: ExportTable, csvName: string): string {
  const names = programNames(table.columns, 32);
  const lines = [
    `* ${flat(table.title)}: one row is ${flat(table.rowIs)}`,
    `* Run it in the folder of ${csvName}.`,
    'version 14',
    'clear',
    `import delimited ${quoted(csvName)}, delimiter(",") encoding("UTF-8") varnames(nonames) rowrange(2) stringcols(_all) bindquote(strict)`,
    ...table.columns.flatMap((one, at) => {
      const name = names[at] ?? '';
      const raw = `v${at + 1}`;
      return isCounted(one) ? numeric(one, name, raw, at) : [`rename ${raw} ${name}`, label(one, name)];
    }),
    `order ${names.join(' ')}`,
    'compress',
  ];
  return `${lines.join('\n')}\n`;
}

const isCounted = ({ type }: Pick<ExportColumn, 'type'>): boolean =>
  type === 'code' || type === 'integer' || type === 'decimal';

function numeric(one: ExportColumn, name: string, raw: string, at: number): readonly string[] {
  // Under a name of its own while both stand side by side: no heading can be called like this.
  const made = `new_${at + 1}_`;
  const valueOf = (code: string): string | number =>
    one.codes.find((known) => known.code === code)?.absent === true
      ? `.${letterOfCode(code)}`
      : numberOfCode(one, code);
  const set = `labels_${at + 1}`;
  return [
    one.type === 'code' ? `generate double ${made} = .` : `generate double ${made} = real(${raw})`,
    ...one.codes.map(({ code }) => `replace ${made} = ${valueOf(code)} if ${raw} == ${quoted(code)}`),
    ...one.codes.map(
      (known, first) =>
        `label define ${set} ${valueOf(known.code)} ${quoted(cutLabel(known.label, 240))}${first === 0 ? '' : ', add'}`,
    ),
    `drop ${raw}`,
    `rename ${made} ${name}`,
    ...(one.codes.length === 0 ? [] : [`label values ${name} ${set}`]),
    label(one, name),
  ];
}

const label = (one: ExportColumn, name: string): string =>
  `label variable ${name} ${quoted(cutLabel(one.label, 80))}`;

/** Compound quotes: the text may hold quotes itself, and nothing in it is taken for a macro. */
const quoted = (text: string): string => `\`"${flat(text).replace(/[`$\\]/g, ' ')}"'`;

const flat = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

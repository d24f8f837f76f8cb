import { createHash } from 'node:crypto';

import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';

import { Folder } from './statistics-programs.js';

/** A row of a CSV file by its headings. */
export type Row = Readonly<Record<string, string>>;

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
export const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true, bom: true });
export const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** How often each value stands in a column. */
export function countsOf(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
  return counts;
}

/** A package unpacked, with the names of one of its tables. */
function unpacked(files: Record<string, Uint8Array>, id: string) {
  const folder = new Folder();
  for (const [name, bytes] of Object.entries(files)) folder.put(name, Buffer.from(bytes));
  const nameOf = (ending: string): string =>
    Object.keys(files).find((name) => name.endsWith(`_${id}.${ending}`)) ?? '';
  const codebook = rowsOf(
    folder.read(Object.keys(files).find((name) => name.endsWith('_codebook.csv')) ?? ''),
  );
  const codes = codebook.filter((row) => row['file'] === nameOf('csv') && row['code'] !== '');
  return { folder, nameOf, codes, rows: rowsOf(folder.read(nameOf('csv'))) };
}

export function expectSameInPspp(
  files: Record<string, Uint8Array>,
  id: string,
  columns: readonly string[],
): void {
  const { folder, nameOf, codes, rows } = unpacked(files, id);
  const names = columns.map((name) => name.replaceAll('.', '_'));
  folder.put(
    'count.sps',
    `INSERT FILE='${nameOf('sps')}'.\nSAVE TRANSLATE /OUTFILE='out.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /KEEP=${names.join(' ')}.\n`,
  );
  const said = folder.run('pspp', 'count.sps');
  expect(said).not.toMatch(/error|warning/i);
  const read = parse(folder.read('out.csv'), { columns: true }) as readonly Row[];
  expect(read).toHaveLength(rows.length);
  for (const [at, column] of columns.entries()) {
    const numbers = new Map(
      codes.filter((row) => row['column'] === column).map((row) => [row['code'], row['number'] ?? '']),
    );
    const ours = rows.map((row) => ({ n: String(numbers.get(row[column] ?? '') ?? row[column] ?? '') }));
    const theirs = read.map((row) => ({ n: (row[names[at] ?? ''] ?? '').trim() }));
    expect(countsOf(theirs, 'n'), column).toEqual(countsOf(ours, 'n'));
  }
  folder.remove();
}

export function expectSameInR(
  files: Record<string, Uint8Array>,
  id: string,
  columns: readonly string[],
): void {
  const { folder, nameOf, codes, rows } = unpacked(files, id);
  folder.put(
    'count.R',
    [
      `source("${nameOf('R')}")`,
      ...columns.map(
        (name, at) =>
          `write.csv(data.frame(value = as.character(atlas[["${name}"]]), why = atlas_absent[["${name}"]]), "out-${at}.csv", row.names = FALSE)`,
      ),
    ].join('\n'),
  );
  folder.run('Rscript', '--vanilla', 'count.R');
  for (const [at, column] of columns.entries()) {
    const labels = new Map(
      codes.filter((row) => row['column'] === column).map((row) => [row['code'], row['codeLabel'] ?? '']),
    );
    const theirs = (parse(folder.read(`out-${at}.csv`), { columns: true }) as readonly Row[]).map(
      ({ value, why }) => ({ n: why === 'NA' ? (value ?? '') : (why ?? '') }),
    );
    const ours = rows.map((row) => ({ n: labels.get(row[column] ?? '') ?? (row[column] || 'NA') }));
    expect(countsOf(theirs, 'n'), column).toEqual(countsOf(ours, 'n'));
  }
  folder.remove();
}

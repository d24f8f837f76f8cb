import { column } from '@liaison-atlas/shared/publication/exports/export-table';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { csvText } from '../../platform/csv-text.js';
import { csvLines, csvPieces, type ExportSource, type RowSource } from './export-rows.js';

const ALPHABET = ['=', '+', '-', '@', '\t', '＝', ',', '"', ' ', 'a', 'é', '😀', '1', ';', "'", '\\', '＠'];

/** Numbers that look like chance and are the same every time. */
function* chance(): Generator<number> {
  let state = 20_261_122;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const withLines = (source: RowSource): ExportSource => ({
  table: source.table,
  lines: () => csvLines(source),
});

describe('the CSV of a source', () => {
  const next = chance();
  const cell = (): string | number => {
    const length = Math.floor((next.next().value as number) * 6);
    if (length === 5) return Math.round((next.next().value as number) * 1000 - 500);
    return Array.from(
      { length },
      () => ALPHABET[Math.floor((next.next().value as number) * ALPHABET.length)] ?? '',
    ).join('');
  };
  const rows = Array.from({ length: 2000 }, () => [cell(), cell(), cell()]);
  const columns = ['=a', 'b', 'c,d'];
  const rowSource: RowSource = {
    table: {
      id: 'forms',
      title: '',
      rowIs: '',
      key: [],
      columns: columns.map((name) => column(name, '')),
    },
    pages: () => [rows.slice(0, 1000), [], rows.slice(1000)],
  };
  const text = async (): Promise<string> => {
    let all = '';
    for await (const piece of csvPieces(withLines(rowSource))) all += piece;
    return all;
  };

  it('is what csv-stringify writes with its guard against formulas', async () => {
    expect(await text()).toBe(csvText({ columns, rows }));
  });

  it('is read back by another reader, row for row', async () => {
    const read = parse(await text(), { bom: true }) as string[][];
    expect(read).toHaveLength(rows.length + 1);
    for (const [at, row] of rows.entries())
      expect(read[at + 1]).toEqual(
        row.map((one) =>
          typeof one === 'string' && /^[=+\-@\t＝＋－＠]/.test(one) ? `'${one}` : String(one),
        ),
      );
  });

  it('begins with the headings before any row is read', async () => {
    let asked = false;
    const late: RowSource = {
      ...rowSource,
      pages: () => {
        asked = true;
        return rows.length === 0 ? [] : [rows];
      },
    };
    const pieces = csvPieces(withLines(late));
    expect((await pieces.next()).value).toBe('\ufeff\'=a,b,"c,d"\r\n');
    expect(asked).toBe(false);
    await pieces.return(undefined);
  });
});

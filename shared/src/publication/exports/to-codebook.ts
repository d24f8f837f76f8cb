import { numberOfCode } from './absent-words.js';
import type { Cell, ExportTable } from './export-table.js';

export const CODEBOOK_COLUMNS = [
  'file',
  'position',
  'column',
  'label',
  'type',
  'code',
  'codeLabel',
  'codeKind',
  'number',
  'unit',
  'minimum',
  'maximum',
  'askedWhen',
] as const;

/**
 * What every column of the files means: one row a column, and below it one row a code that can stand in it. `number` is
 * what the code becomes in the syntax files; absences are below every real value.
 * @param fileNameOf name under which the file of a table is found
 */
export const toCodebook = (
  tables: readonly ExportTable[],
  fileNameOf: (table: ExportTable) => string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] } => ({
  columns: CODEBOOK_COLUMNS,
  rows: tables.flatMap((table) =>
    table.columns.flatMap((one, at): readonly (readonly Cell[])[] => {
      const place: readonly Cell[] = [fileNameOf(table), at + 1, one.name];
      return [
        [
          ...place,
          one.label,
          one.type,
          '',
          '',
          '',
          '',
          one.unit,
          one.min ?? '',
          one.max ?? '',
          one.askedWhen,
        ],
        ...one.codes.map(({ code, label, absent }): readonly Cell[] => [
          ...place,
          '',
          '',
          code,
          label,
          absent ? 'absent' : 'value',
          one.type === 'text' || one.type === 'day' ? '' : numberOfCode(one, code),
          '',
          '',
          '',
          '',
        ]),
      ];
    }),
  ),
});

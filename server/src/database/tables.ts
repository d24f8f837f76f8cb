import { type QueryRunner, Table, TableColumn, TableForeignKey, TableIndex } from 'typeorm';

type Kind = 'id' | 'text' | 'long' | 'instant' | 'integer' | 'real' | 'json';

/** One column of a migration: name, kind, length (text only), and whether it may be null. */
export interface ColumnSpec {
  readonly name: string;
  readonly kind: Kind;
  readonly length?: number;
  readonly nullable?: boolean;
}

export interface TableSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly primaryKey: readonly string[];
  readonly indexes?: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly unique?: boolean;
    readonly where?: string;
  }[];
  readonly foreignKeys?: readonly {
    readonly name: string;
    readonly column: string;
    readonly references: string;
  }[];
}

const TYPE_OF: Record<Kind, string> = {
  id: 'varchar',
  text: 'varchar',
  long: 'text',
  instant: 'varchar',
  integer: 'integer',
  real: 'double precision',
  json: 'text',
};

const lengthOf = ({ kind, length }: ColumnSpec): string => {
  if (kind === 'id') return String(length ?? 36);
  if (kind === 'instant') return '24';
  return kind === 'text' ? String(length) : '';
};

/** Creates a table with the same meaning on SQLite and PostgreSQL; the kinds match `columns.ts` one to one. */
export async function createTable(runner: QueryRunner, spec: TableSpec): Promise<void> {
  const columns = spec.columns.map(
    (column) =>
      new TableColumn({
        name: column.name,
        type: TYPE_OF[column.kind],
        length: lengthOf(column),
        isNullable: column.nullable ?? false,
        isPrimary: spec.primaryKey.includes(column.name),
        ...(spec.primaryKey.includes(column.name) && { primaryKeyConstraintName: `pk_${spec.name}` }),
      }),
  );
  await runner.createTable(
    new Table({
      name: spec.name,
      columns,
      indices: (spec.indexes ?? []).map(
        ({ name, columns: columnNames, unique, where }) =>
          new TableIndex({ name, columnNames: [...columnNames], isUnique: unique ?? false, where }),
      ),
      foreignKeys: (spec.foreignKeys ?? []).map(
        ({ name, column, references }) =>
          new TableForeignKey({
            name,
            columnNames: [column],
            referencedTableName: references,
            referencedColumnNames: ['id'],
          }),
      ),
    }),
  );
}

/** Drops tables in the order given, for a migration's way back. */
export async function dropTables(runner: QueryRunner, ...names: readonly string[]): Promise<void> {
  for (const name of names) await runner.dropTable(name);
}

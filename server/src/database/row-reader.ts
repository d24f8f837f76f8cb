import type { DataSource } from 'typeorm';

/** Whom rows are asked of: the connection of the server, or the one of a thread that only reads. */
export interface RowReader {
  readonly engine: 'sqlite' | 'postgres';
  /** Rows of one statement, which is done when they are there: no read stays open behind them. */
  readonly ask: <Row>(statement: string, values: readonly unknown[]) => Promise<readonly Row[]>;
  /** The same, each row as the bare list of its values: names for each of a hundred thousand rows cost more than the rows. */
  readonly list: <Row extends readonly unknown[]>(
    statement: string,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>;
}

/** Reads over the connection that the whole server reads with. */
export const readerOf = (source: DataSource): RowReader => ({
  engine: source.options.type === 'postgres' ? 'postgres' : 'sqlite',
  ask: (statement, values) => source.query(statement, [...values]),
  list: async <Row>(statement: string, values: readonly unknown[]) => {
    const rows = await source.query<object[]>(statement, [...values]);
    return rows.map((row) => Object.values(row) as Row);
  },
});

/** A list of texts as one value, whatever its length, so that the statement is prepared once. */
export const oneOf = ({ engine }: RowReader, place: number): string =>
  engine === 'sqlite'
    ? 'IN (SELECT value FROM json_each(?))'
    : `= ANY(ARRAY(SELECT json_array_elements_text($${place}::json)))`;

/** The n-th value of a statement, counted from 1. */
export const valueAt = ({ engine }: RowReader, place: number): string =>
  engine === 'sqlite' ? '?' : `$${place}`;

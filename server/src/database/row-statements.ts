import type { DataSource, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/*
 * Statements whose text is made once and then only bound: what every submission runs. TypeORM's query builders make
 * the text anew each time, which costs several times what the database needs for it. Tables, columns and conversions
 * come from the entities, so both engines and both ways of writing agree.
 */

type Row = Readonly<Record<string, unknown>>;
type ColumnMetadata = EntityMetadata['columns'][number];

/** A column under the name that its entity gives it. */
interface NamedColumn {
  readonly property: string;
  readonly name: string;
  readonly metadata: ColumnMetadata;
  /** Whether the driver stores text and numbers of this column as they are; documents and booleans it converts. */
  readonly isPlain: boolean;
}

interface Statement {
  readonly text: string;
  /** The columns in the order in which their values are bound. */
  readonly bound: readonly NamedColumn[];
}

/** What has been made for the tables of one connection. */
interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, NamedColumn>;
  readonly primary: readonly NamedColumn[];
  readonly statements: Map<string, Statement>;
  readonly readers: Map<string, RowReader<ObjectLiteral>>;
}

/** Takes an entity out of a selected row; null when the joined row is not there. */
export type RowReader<Entity> = (row: Row) => Entity | null;

const PLAIN = new Set<unknown>(['varchar', 'text', 'integer']);
const tables = new WeakMap<EntityMetadata, Table>();

function tableOf(source: DataSource, target: EntityTarget<ObjectLiteral>): Table {
  const metadata = source.getMetadata(target);
  const known = tables.get(metadata);
  if (known !== undefined) return known;
  const columns = metadata.columns.map((each) => ({
    property: each.propertyName,
    name: each.databaseName,
    metadata: each,
    isPlain: PLAIN.has(each.type),
  }));
  const table: Table = {
    name: quote(source, metadata.tableName),
    columns: new Map(columns.map((column) => [column.property, column])),
    primary: columns.filter(({ metadata: { isPrimary } }) => isPrimary),
    statements: new Map(),
    readers: new Map(),
  };
  tables.set(metadata, table);
  return table;
}

function columnsNamed(table: Table, properties: readonly string[]): readonly NamedColumn[] {
  return properties.map((property) => {
    const column = table.columns.get(property);
    if (column === undefined) throw new Error(`${table.name} has no column for ${property}`);
    return column;
  });
}

function statement(table: Table, key: string, make: () => Statement): Statement {
  const known = table.statements.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.statements.set(key, made);
  return made;
}

const quote = (source: DataSource, name: string): string => source.driver.escape(name);

/** The n-th parameter (from 0) as the engine writes it: `?` or `$1`. */
export const parameter = (source: DataSource, index: number): string =>
  source.driver.createParameter(`p${index}`, index);

/** `"a" = ?` for each column, numbered from `first`. */
const equalities = (source: DataSource, columns: readonly NamedColumn[], first = 0): string[] =>
  columns.map(({ name }, index) => `${quote(source, name)} = ${parameter(source, first + index)}`);

/** Adds a row's values for these columns to what is bound. */
function bind(source: DataSource, columns: readonly NamedColumn[], row: Row, values: unknown[]): void {
  for (const { property, isPlain, metadata } of columns) {
    const value = row[property] ?? null;
    values.push(isPlain || value === null ? value : source.driver.preparePersistentValue(value, metadata));
  }
}

/** Every column of an entity for a SELECT that joins several; `rowReader` takes them out under the same alias. */
export const selectList = (source: DataSource, target: EntityTarget<ObjectLiteral>, alias: string): string =>
  [...tableOf(source, target).columns.values()]
    .map(({ name }) => `${alias}.${quote(source, name)} AS ${quote(source, `${alias}_${name}`)}`)
    .join(', ');

/** Some columns of an entity, each under the entity's name for it, of a table that is called `r`. */
export const columnList = (
  source: DataSource,
  target: EntityTarget<ObjectLiteral>,
  properties: readonly string[],
): string =>
  columnsNamed(tableOf(source, target), properties)
    .map(({ name, property }) => `r.${quote(source, name)} AS ${quote(source, property)}`)
    .join(', ');

/** Reads the entity that rows of a `selectList` hold under an alias. */
export function rowReader<Entity extends ObjectLiteral>(
  source: DataSource,
  target: EntityTarget<Entity>,
  alias: string,
): RowReader<Entity> {
  const table = tableOf(source, target);
  const known = table.readers.get(alias);
  if (known !== undefined) return known as RowReader<Entity>;
  const keyed = [...table.columns.values()].map((column) => ({ ...column, key: `${alias}_${column.name}` }));
  const primary = table.primary.map(({ name }) => `${alias}_${name}`);
  const metadata = source.getMetadata(target);
  const read = (row: Row): Entity | null => {
    if (primary.some((key) => row[key] === null || row[key] === undefined)) return null;
    const entity = metadata.create() as Record<string, unknown>;
    for (const { property, key, isPlain, metadata: column } of keyed) {
      const value = row[key] ?? null;
      entity[property] =
        isPlain || value === null ? value : source.driver.prepareHydratedValue(value, column);
    }
    return entity as Entity;
  };
  table.readers.set(alias, read);
  return read;
}

/** The one row whose columns hold these values, or null. */
export async function findRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  where: Partial<Entity>,
): Promise<Entity | null> {
  const source = manager.dataSource;
  const table = tableOf(source, target);
  const properties = Object.keys(where);
  const { text, bound } = statement(table, `find ${properties.join(' ')}`, () => {
    const columns = columnsNamed(table, properties);
    const which = equalities(source, columns).join(' AND ');
    return {
      text: `SELECT ${selectList(source, target, 't')} FROM ${table.name} t WHERE ${which} LIMIT 1`,
      bound: columns,
    };
  });
  const values: unknown[] = [];
  bind(source, bound, where, values);
  const [row] = await manager.query<Row[]>(text, values);
  return row === undefined ? null : rowReader(source, target, 't')(row);
}

/** Adds rows with one statement; all name the same columns. Nothing happens when there are none. */
export async function insertRows(
  manager: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const source = manager.dataSource;
  const table = tableOf(source, target);
  const properties = Object.keys(first);
  const { text, bound } = statement(table, `insert ${rows.length} ${properties.join(' ')}`, () => {
    const columns = columnsNamed(table, properties);
    const names = columns.map(({ name }) => quote(source, name)).join(', ');
    const tuples = rows.map(
      (_, row) => `(${columns.map((__, at) => parameter(source, row * columns.length + at)).join(', ')})`,
    );
    return { text: `INSERT INTO ${table.name} (${names}) VALUES ${tuples.join(', ')}`, bound: columns };
  });
  const values: unknown[] = [];
  for (const row of rows) bind(source, bound, row, values);
  await manager.query(text, values);
}

/** A statement with what is bound to it. */
export interface BoundStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** Changes the rows whose columns hold the values of `where`. */
export function updateStatement(
  source: DataSource,
  target: EntityTarget<ObjectLiteral>,
  where: Row,
  change: Row,
): BoundStatement {
  const table = tableOf(source, target);
  const [changed, tested] = [Object.keys(change), Object.keys(where)];
  const { text, bound } = statement(table, `update ${changed.join(' ')} where ${tested.join(' ')}`, () => {
    const [set, which] = [columnsNamed(table, changed), columnsNamed(table, tested)];
    const tests = equalities(source, which, set.length).join(' AND ');
    return {
      text: `UPDATE ${table.name} SET ${equalities(source, set).join(', ')} WHERE ${tests}`,
      bound: [...set, ...which],
    };
  });
  const values: unknown[] = [];
  bind(source, bound.slice(0, changed.length), change, values);
  bind(source, bound.slice(changed.length), where, values);
  return { text, values };
}

/** Changes the rows whose columns hold the values of `where`, and says how many there were. */
export async function updateRows(
  manager: EntityManager,
  target: EntityTarget<ObjectLiteral>,
  where: Row,
  change: Row,
): Promise<number> {
  const { dataSource: source, queryRunner } = manager;
  if (queryRunner === undefined) throw new Error('rows are changed inside a unit of work only');
  const { text, values } = updateStatement(source, target, where, change);
  const { affected } = await queryRunner.query(text, values, true);
  return affected ?? 0;
}

/** Rows whose column holds one of some values; nothing is asked where there are none. Other columns as `where` says. */
export async function findRowsIn<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  where: Partial<Entity>,
  property: string & keyof Entity,
  values: readonly string[],
): Promise<Entity[]> {
  if (values.length === 0) return [];
  const source = manager.dataSource;
  const table = tableOf(source, target);
  const tested = Object.keys(where);
  const tests = equalities(source, columnsNamed(table, tested));
  const [column] = columnsNamed(table, [property]);
  const among = values.map((_, at) => parameter(source, tested.length + at)).join(', ');
  const which = [...tests, `${quote(source, column?.name ?? '')} IN (${among})`].join(' AND ');
  const bound: unknown[] = [];
  bind(source, columnsNamed(table, tested), where, bound);
  const rows = await manager.query<Row[]>(
    `SELECT ${selectList(source, target, 't')} FROM ${table.name} t WHERE ${which}`,
    [...bound, ...values],
  );
  const read = rowReader(source, target, 't');
  return rows.flatMap((row) => read(row) ?? []);
}

import type { DataSource, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/*
 * Statements whose text is made once and then only bound: what every submission runs. TypeORM's query builders make
 * the text anew each time, which costs several times what the database needs for it. Tables, columns and conversions
 * come from the entities, so both engines and both ways of writing agree.
 */

type Row = Readonly<Record<string, unknown>>;
type Property = string;
type ColumnMetadata = EntityMetadata['columns'][number];

/** A column of an entity under the name that the entity gives it; the same column twice (its relation) counts once. */
type Columns = ReadonlyMap<Property, ColumnMetadata>;

const columnsOf = new WeakMap<EntityMetadata, Columns>();
const texts = new WeakMap<EntityMetadata, Map<string, string>>();

function columns(metadata: EntityMetadata): Columns {
  const known = columnsOf.get(metadata);
  if (known !== undefined) return known;
  const found = new Map(metadata.columns.map((column) => [column.propertyName, column]));
  columnsOf.set(metadata, found);
  return found;
}

function column(metadata: EntityMetadata, property: Property): ColumnMetadata {
  const found = columns(metadata).get(property);
  if (found === undefined) throw new Error(`${metadata.tableName} has no column for ${property}`);
  return found;
}

/** The text kept under a name, made at first use. */
function textOf(metadata: EntityMetadata, name: string, make: () => string): string {
  const kept = texts.get(metadata) ?? new Map<string, string>();
  texts.set(metadata, kept);
  const known = kept.get(name);
  if (known !== undefined) return known;
  const text = make();
  kept.set(name, text);
  return text;
}

/** The n-th parameter (from 0) as the engine writes it: `?` or `$1`. */
export const parameter = (source: DataSource, index: number): string =>
  source.driver.createParameter(`p${index}`, index);

const quote = (source: DataSource, name: string): string => source.driver.escape(name);

const bind = (
  source: DataSource,
  metadata: EntityMetadata,
  row: Row,
  properties: readonly Property[],
): unknown[] =>
  properties.map((property): unknown =>
    source.driver.preparePersistentValue(row[property] ?? null, column(metadata, property)),
  );

/** Every column of an entity for a SELECT that joins several; `readRow` takes them out again under the same alias. */
export function selectList<Entity extends ObjectLiteral>(
  source: DataSource,
  target: EntityTarget<Entity>,
  alias: string,
): string {
  return [...columns(source.getMetadata(target)).values()]
    .map(
      ({ databaseName }) =>
        `${alias}.${quote(source, databaseName)} AS ${quote(source, `${alias}_${databaseName}`)}`,
    )
    .join(', ');
}

/** The entity that a selected row holds under an alias; null when the joined row is not there. */
export function readRow<Entity extends ObjectLiteral>(
  source: DataSource,
  target: EntityTarget<Entity>,
  alias: string,
  row: Row,
): Entity | null {
  const metadata = source.getMetadata(target);
  if (metadata.primaryColumns.some(({ databaseName }) => (row[`${alias}_${databaseName}`] ?? null) === null))
    return null;
  const entity = metadata.create() as Record<Property, unknown>;
  for (const [property, each] of columns(metadata))
    entity[property] = source.driver.prepareHydratedValue(row[`${alias}_${each.databaseName}`] ?? null, each);
  return entity as Entity;
}

/** The one row whose columns hold these values, or null. */
export async function findRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  where: Partial<Entity>,
): Promise<Entity | null> {
  const source = manager.dataSource;
  const metadata = source.getMetadata(target);
  const properties = Object.keys(where);
  const text = textOf(metadata, `find ${properties.join(' ')}`, () => {
    const from = `${quote(source, metadata.tableName)} t`;
    return `SELECT ${selectList(source, target, 't')} FROM ${from} WHERE ${equalities(source, metadata, properties, 0, ' AND ')} LIMIT 1`;
  });
  const rows = await manager.query<Row[]>(text, bind(source, metadata, where, properties));
  return rows[0] === undefined ? null : readRow(source, target, 't', rows[0]);
}

/** Adds rows with one statement; all name the same columns. Nothing happens when there are none. */
export async function insertRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const source = manager.dataSource;
  const metadata = source.getMetadata(target);
  const properties = Object.keys(first);
  const text = textOf(metadata, `insert ${rows.length} ${properties.join(' ')}`, () => {
    const names = properties.map((property) => quote(source, column(metadata, property).databaseName));
    const tuples = rows.map(
      (_, row) =>
        `(${properties.map((__, at) => parameter(source, row * properties.length + at)).join(', ')})`,
    );
    return `INSERT INTO ${quote(source, metadata.tableName)} (${names.join(', ')}) VALUES ${tuples.join(', ')}`;
  });
  await manager.query(
    text,
    rows.flatMap((row) => bind(source, metadata, row, properties)),
  );
}

/** Changes the rows whose columns hold the values of `where`, and says how many there were. */
export async function updateRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  where: Row,
  change: Row,
): Promise<number> {
  const { dataSource: source, queryRunner } = manager;
  if (queryRunner === undefined) throw new Error('rows are changed inside a unit of work only');
  const metadata = source.getMetadata(target);
  const [changed, found] = [Object.keys(change), Object.keys(where)];
  const text = textOf(metadata, `update ${changed.join(' ')} where ${found.join(' ')}`, () => {
    const set = equalities(source, metadata, changed, 0, ', ');
    const which = equalities(source, metadata, found, changed.length, ' AND ');
    return `UPDATE ${quote(source, metadata.tableName)} SET ${set} WHERE ${which}`;
  });
  const values = [...bind(source, metadata, change, changed), ...bind(source, metadata, where, found)];
  const { affected } = await queryRunner.query(text, values, true);
  return affected ?? 0;
}

const equalities = (
  source: DataSource,
  metadata: EntityMetadata,
  properties: readonly Property[],
  from: number,
  separator: string,
): string =>
  properties
    .map(
      (property, index) =>
        `${quote(source, column(metadata, property).databaseName)} = ${parameter(source, from + index)}`,
    )
    .join(separator);

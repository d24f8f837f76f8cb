import { createHash } from 'node:crypto';

import type { ChainHead } from '../platform/audit/audit-chain.js';
import { readChain } from '../platform/audit/read-chain.js';
import { verifyChain } from '../platform/audit/verify-chain.js';
import type { StoredRow, StoreReader } from './store-reader.js';

/** What one table holds. */
export interface TableContent {
  readonly name: string;
  readonly rows: number;
  /** The same on both engines and in whatever order the rows lie; SHA-256 of the rows' hashes, added up. */
  readonly checksum: string;
}

/** What a database holds at one moment, to be compared with a copy of it. */
export interface Inventory {
  readonly tables: readonly TableContent[];
  readonly audit: {
    readonly events: number;
    readonly head: ChainHead;
    /** What is wrong with the chain; empty = it is whole. */
    readonly breaks: readonly string[];
  };
  /** The newest migration, which says which version of the product made the tables. */
  readonly migration: string;
}

/** Table in which TypeORM keeps which migrations there have been. */
export const MIGRATIONS_TABLE = 'migrations';

/** What counts for an hour at most, with the key to whom it was: no backup holds it, and a move leaves it behind. */
export const FLEETING_TABLES: readonly string[] = ['limit_count', 'limit_key'];

/** Reads every row of a database once. @throws Error when it is not a database of this product */
export async function takeInventory(reader: StoreReader): Promise<Inventory> {
  const names = await reader.tables();
  if (!names.includes(MIGRATIONS_TABLE) || !names.includes('audit_head'))
    throw new Error('This is not a database of Liaison Atlas, or one of a version before 0.1.');
  const tables: TableContent[] = [];
  for (const name of names) tables.push(await contentOf(reader, name));
  const report = await verifyChain(readChain(reader.query, reader.engine));
  const [last] = await reader.query<{ name: string }>(
    `SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id DESC LIMIT 1`,
    [],
  );
  return {
    tables,
    audit: { events: report.count, head: report.head, breaks: report.breaks.map(({ message }) => message) },
    migration: last?.name ?? '',
  };
}

/** Counts a table and adds up its rows; a fleeting one counts as empty. */
export async function contentOf(reader: StoreReader, name: string): Promise<TableContent> {
  const sum = new RowSum();
  if (FLEETING_TABLES.includes(name)) return { name, rows: 0, checksum: sum.value() };
  for await (const page of reader.pages(name)) for (const row of page) sum.add(row);
  return { name, rows: sum.rows, checksum: sum.value() };
}

/** How two inventories differ, a line each; empty = they hold the same. */
export function differences(expected: Inventory, found: Inventory): string[] {
  const lines: string[] = [];
  const names = new Set([...expected.tables, ...found.tables].map(({ name }) => name));
  for (const name of [...names].sort()) {
    const one = expected.tables.find((table) => table.name === name);
    const other = found.tables.find((table) => table.name === name);
    if (one === undefined || other === undefined) lines.push(`${name}: there on one side only`);
    else if (one.rows !== other.rows) lines.push(`${name}: ${one.rows} rows expected, ${other.rows} found`);
    else if (one.checksum !== other.checksum) lines.push(`${name}: its ${one.rows} rows differ`);
  }
  const [head, end] = [expected.audit.head, found.audit.head];
  if (head.seq !== end.seq || head.hash !== end.hash)
    lines.push(`the audit chain ends at ${end.seq}:${end.hash} and not at ${head.seq}:${head.hash}`);
  return lines;
}

const MODULUS = 1n << 256n;

/** Adds rows up, so that their order does not matter; two equal rows count twice. */
export class RowSum {
  rows = 0;
  private sum = 0n;

  add(row: StoredRow): void {
    this.rows += 1;
    const digest = createHash('sha256').update(canonicalRow(row)).digest('hex');
    this.sum = (this.sum + BigInt(`0x${digest}`)) % MODULUS;
  }

  value(): string {
    return this.sum.toString(16).padStart(64, '0');
  }
}

/** The row as one text. Numbers as text: a driver gives the large ones as such anyway. */
const canonicalRow = (row: StoredRow): string =>
  JSON.stringify(
    Object.keys(row)
      .sort()
      .map((name) => [name, toText(row[name])]),
  );

/** null = no value, which is not the empty text. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

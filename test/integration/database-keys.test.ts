import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

/** Foreign keys without an index of their own, and why that does no harm. */
const WITHOUT_INDEX: Readonly<Record<string, string>> = {};

describe('every reference from one table to another', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('has an index that begins with its column', async () => {
    const without: string[] = [];
    let references = 0;
    const runner = server.reader.createQueryRunner();
    for (const { tableName } of server.reader.entityMetadatas) {
      const table = await runner.getTable(tableName);
      if (table === undefined) throw new Error(`there is no table ${tableName}`);
      const leading = [
        table.primaryColumns[0]?.name,
        ...table.indices.map(({ columnNames }) => columnNames[0]),
        ...table.uniques.map(({ columnNames }) => columnNames[0]),
      ];
      for (const { columnNames } of table.foreignKeys) {
        references += 1;
        if (!leading.includes(columnNames[0])) without.push(`${tableName}.${columnNames[0]}`);
      }
    }
    await runner.release();
    expect(references).toBeGreaterThan(5);
    expect(without.filter((reference) => !(reference in WITHOUT_INDEX))).toEqual([]);
  });
});

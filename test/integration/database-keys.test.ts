import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

/** Foreign keys without an index of their own, and why that does no harm. */
const WITHOUT_INDEX: Readonly<Record<string, string>> = {
  'frame_unit.site_id':
    'reference table of some 200 rows, read whole at start; nothing is ever deleted from it',
  'organisation_succession.to_id': 'reference table of some 100 rows, read whole at start',
  'site_identifier.site_id': 'reference table of some 250 rows, read whole at start',
  'site_parent.organisation_id': 'reference table of some 250 rows, read whole at start',
};

describe('every reference from one table to another', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('has an index that begins with its column', () => {
    // Read from the entities, which another test proves equal to the database: PostgreSQL does not tell the order.
    const references = server.reader.entityMetadatas.flatMap((table) => {
      const leading = [
        table.primaryColumns[0]?.databaseName,
        ...table.indices.map(({ columns }) => columns[0]?.databaseName),
      ];
      return table.foreignKeys.map(({ columnNames }) => ({
        name: `${table.tableName}.${columnNames[0]}`,
        indexed: leading.includes(columnNames[0]),
      }));
    });
    expect(references.length).toBeGreaterThan(5);
    const without = references.filter(({ indexed }) => !indexed).map(({ name }) => name);
    expect(without.sort()).toEqual(Object.keys(WITHOUT_INDEX).sort());
  });
});

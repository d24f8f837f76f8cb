import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

import { findRow, insertRows, rowReader, selectList, updateRows } from './row-statements.js';

@Entity({ name: 'ward' })
class Ward {
  @PrimaryColumn({ name: 'id', type: 'varchar', length: 10 }) id: string;
  @Column({ name: 'ward_name', type: 'varchar', length: 50 }) name: string;
  @Column({ name: 'beds', type: 'integer', nullable: true }) beds: number | null;
  @Column({ name: 'open', type: 'boolean' }) open: boolean;
  @Column({ name: 'notes', type: 'simple-json' }) notes: object;
}

const A = {
  id: 'a',
  name: "St Mary's; DROP TABLE ward",
  beds: 12,
  open: true,
  notes: { said: ['é', null] },
};
const B = { id: 'b', name: '', beds: null, open: false, notes: {} };

describe('statements made from an entity', () => {
  let source: DataSource;
  beforeEach(async () => {
    source = await new DataSource({
      type: 'better-sqlite3',
      database: ':memory:',
      entities: [Ward],
      synchronize: true,
    }).initialize();
    await insertRows(source.manager, Ward, [A, B]);
  });
  afterEach(() => source.destroy());

  it('store what TypeORM reads back unchanged', async () => {
    expect(await source.getRepository(Ward).find({ order: { id: 'ASC' } })).toEqual([A, B]);
  });

  it.each([A, B])('find the row $id as TypeORM would', async (ward) => {
    const found = await findRow(source.manager, Ward, { id: ward.id });
    expect(found).toEqual(ward);
    expect(found).toBeInstanceOf(Ward);
  });

  it('find nothing where one of the values differs', async () => {
    expect(await findRow(source.manager, Ward, { id: 'a', open: false })).toBeNull();
  });

  it('change only the rows that still are as named, and say how many', async () => {
    const runner = source.createQueryRunner();
    expect(await updateRows(runner.manager, Ward, { id: 'a', beds: 13 }, { name: 'x' })).toBe(0);
    expect(
      await updateRows(runner.manager, Ward, { id: 'a', beds: 12 }, { beds: null, notes: { n: 1 } }),
    ).toBe(1);
    expect(await findRow(source.manager, Ward, { id: 'a' })).toEqual({ ...A, beds: null, notes: { n: 1 } });
    expect(await findRow(source.manager, Ward, { id: 'b' })).toEqual(B);
  });

  it('refuse a name that the entity does not have', async () => {
    await expect(insertRows(source.manager, Ward, [{ id: 'c', colour: 'red' }])).rejects.toThrow(
      /no column for colour/,
    );
  });

  it('write nothing when there are no rows', async () => {
    await insertRows(source.manager, Ward, []);
    expect(await source.getRepository(Ward).count()).toBe(2);
  });

  it('take two entities out of one joined row, and null where the joined one is missing', async () => {
    const [row] = await source.query<Record<string, unknown>[]>(
      `SELECT ${selectList(source, Ward, 'x')}, ${selectList(source, Ward, 'y')}
       FROM ward x LEFT JOIN ward y ON y.id = 'nowhere' WHERE x.id = 'a'`,
    );
    expect(rowReader(source, Ward, 'x')(row ?? {})).toEqual(A);
    expect(rowReader(source, Ward, 'y')(row ?? {})).toBeNull();
  });
});

import type pg from 'pg';

import { RESTORE_SCHEMA } from '../database/instance-lock.js';

const FAILED_SCHEMA = 'liaison_atlas_failed';

/**
 * Moves everything that is in one schema to another, and leaves what belongs to an extension where it is. The schema itself stays, and so do
 * its owner, who may use it, and what is granted by default in it.
 */
const moveAll = (from: string, to: string): string => `
  DO $move$ DECLARE each record; BEGIN
    FOR each IN
      SELECT c.oid::regclass::text AS name, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
        WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind
      FROM pg_class c WHERE c.relnamespace = '${from}'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND (d.deptype = 'e' OR (c.relkind = 'S' AND d.deptype IN ('a', 'i'))))
    LOOP EXECUTE format('ALTER %s %s SET SCHEMA ${to}', each.kind, each.name); END LOOP;
    FOR each IN
      SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = '${from}'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP EXECUTE format('ALTER ROUTINE %s SET SCHEMA ${to}', each.name); END LOOP;
  END $move$;`;

/**
 * What a restore does before it loads anything, in the same transaction: says that it has begun, and puts aside what is there.
 * @param aside schema for what is there; '' = nothing is
 */
export const makeRoom = (aside: string): string => `
  CREATE SCHEMA ${RESTORE_SCHEMA};
  COMMENT ON SCHEMA ${RESTORE_SCHEMA} IS '${aside}';
  ${aside === '' ? '' : `CREATE SCHEMA ${aside};${moveAll('public', aside)}`}`;

/**
 * Where a restore that was loaded and not yet compared has put what was there before.
 * @returns name of that schema; '' = nothing was there; null = there is no such restore
 */
export async function begunRestore(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ aside: string | null }>(
    `SELECT obj_description(oid, 'pg_namespace') AS aside FROM pg_namespace WHERE nspname = $1`,
    [RESTORE_SCHEMA],
  );
  return rows[0] === undefined ? null : (rows[0].aside ?? '');
}

/** Ends a restore whose content has proved to be what was backed up. */
export async function endRestore(client: pg.Client): Promise<void> {
  await client.query(`DROP SCHEMA ${RESTORE_SCHEMA}`);
}

/** Removes what such a restore has loaded, and puts back what was there before, in one transaction. */
export async function takeRestoreBack(client: pg.Client, aside: string): Promise<void> {
  if (!/^(before_restore_\d+)?$/.test(aside)) throw new Error(`${aside} was not put aside by a restore`);
  // Several statements in one text are one transaction.
  await client.query(`
    CREATE SCHEMA ${FAILED_SCHEMA};${moveAll('public', FAILED_SCHEMA)}
    ${aside === '' ? '' : `${moveAll(aside, 'public')} DROP SCHEMA ${aside};`}
    DROP SCHEMA ${FAILED_SCHEMA} CASCADE;
    DROP SCHEMA ${RESTORE_SCHEMA};`);
}

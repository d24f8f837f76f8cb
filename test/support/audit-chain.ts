import Database from 'better-sqlite3';
import pg from 'pg';

import { verifyAudit } from '../../server/src/cli/verify-audit.js';
import { databaseFile } from '../../server/src/database/data-source.js';
import type { Place } from './start-server.js';

/** What `npm run verify-audit` gave. */
export interface Verdict {
  readonly code: number;
  readonly printed: string;
  readonly wrong: string;
}

/** Runs the tool over a place, whether or not a product runs there. */
export async function verifyPlace(place: Pick<Place, 'env'>, ...argv: string[]): Promise<Verdict> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) => ({
    write: (text: string | Uint8Array): boolean => {
      said[name] += String(text);
      return true;
    },
  });
  const code = await verifyAudit(argv, { ...place.env }, { stdout: into('stdout'), stderr: into('stderr') });
  return { code, printed: said.stdout, wrong: said.stderr };
}

/** The head that a verdict printed, to be given to `--head`. */
export const headOf = ({ printed }: Verdict): string => /Head (\d+:[0-9a-f]{64})/.exec(printed)?.[1] ?? '';

/** Changes a database as somebody would who has it in their hands: the guards of the audit trail taken away first. */
export async function tamper(place: Pick<Place, 'env'>, ...statements: readonly string[]): Promise<void> {
  if (place.env['DATABASE_URL'] === undefined) {
    const file = new Database(databaseFile(String(place.env['DATA_DIR'])));
    const guards = file.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'",
    );
    for (const { name } of guards.all() as { name: string }[]) file.exec(`DROP TRIGGER "${name}"`);
    for (const statement of statements) file.exec(statement);
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.env['DATABASE_URL'] });
  await client.connect();
  try {
    for (const table of ['audit_event', 'audit_subject', 'audit_head'])
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

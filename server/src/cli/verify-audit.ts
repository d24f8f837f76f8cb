import 'reflect-metadata';

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { DataSource } from 'typeorm';

import { databaseFile, dataSourceOptions } from '../database/data-source.js';
import { readerOf } from '../database/row-reader.js';
import type { ChainHead } from '../platform/audit/audit-chain.js';
import { readChain } from '../platform/audit/read-chain.js';
import { verifyChain } from '../platform/audit/verify-chain.js';
import { loadConfig } from '../platform/config.js';

const USAGE = `Usage: npm run verify-audit [-- --head SEQ:HASH …]

Computes the audit trail of DATABASE_URL, or of the SQLite file in DATA_DIR, again and says whether it is whole.
Nothing is changed, and the product may run. With --head it also has to hold a head that was printed earlier.`;

/** Where a tool says something. */
type Writable = Pick<NodeJS.WriteStream, 'write'>;
interface Output {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * The command `npm run verify-audit`. Prints the number of events and the head of the chain to standard output, what
 * is wrong to standard error.
 * @returns the exit code: 0 the chain is whole, 1 it is broken, 2 it cannot be read or the command is not understood
 */
export async function verifyAudit(
  argv: string[],
  env: NodeJS.ProcessEnv = process.env,
  { stdout, stderr }: Output = process,
): Promise<number> {
  const noted = readHeads(argv);
  if (noted === undefined) {
    stderr.write(`${USAGE}\n`);
    return 2;
  }
  const config = loadConfig(env);
  if (config.databaseUrl === '' && !existsSync(databaseFile(config.dataDir)))
    return unreadable(stderr, `${databaseFile(config.dataDir)} does not exist.`);
  const source = new DataSource(dataSourceOptions(config, 'read'));
  try {
    await source.initialize();
  } catch (error) {
    return unreadable(
      stderr,
      `The database cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { ask, engine } = readerOf(source);
  try {
    const report = await verifyChain(readChain(ask, engine), noted);
    const { seq, hash } = report.head;
    stdout.write(`${report.count} audit events. Head ${seq}:${hash}\n`);
    for (const { message } of report.breaks) stderr.write(`Broken: ${message}.\n`);
    if (report.breaks.length > 0) return 1;
    stdout.write('The chain is whole. Write the head down where nobody can change it.\n');
    return 0;
  } catch (error) {
    if (
      !/no such table|relation .* does not exist|no such column|column .* does not exist/.test(String(error))
    )
      throw error;
    return unreadable(
      stderr,
      'The database is of an earlier version or not ours: start the product on it once.',
    );
  } finally {
    await source.destroy();
  }
}

function unreadable(stderr: Writable, message: string): number {
  stderr.write(`${message}\n`);
  return 2;
}

/** undefined = the command is not understood. */
function readHeads(argv: string[]): ChainHead[] | undefined {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { head: { type: 'string', multiple: true, default: [] } },
    });
    const heads = values.head.map((text) => /^(\d{1,10}):([0-9a-f]{64})$/.exec(text));
    return heads.every((head) => head !== null)
      ? heads.map(([, seq, hash]) => ({ seq: Number(seq), hash: String(hash) }))
      : undefined;
  } catch {
    return undefined;
  }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { BackupRefused } from './manifest.js';

export type PgTool = 'pg_dump' | 'pg_restore' | 'psql';

/** How long a refusal of a tool may be repeated. */
const LAST_WORDS = 2000;

/** PostgreSQL's own programs, found by name or in a folder. */
export class PgTools {
  constructor(
    /** Folder of the programs; '' = wherever the system finds them. */
    private readonly folder: string,
  ) {}

  /** Version of a program, such as 15 with `pg_dump 15.18`. @throws BackupRefused when there is no such program */
  async version(tool: PgTool): Promise<{ readonly major: number; readonly text: string }> {
    const said = await this.run(tool, ['--version']);
    const text = /\d+(\.\d+)*/.exec(said)?.[0] ?? '';
    return { major: Number(text.split('.')[0]), text: `${tool} ${text}` };
  }

  /**
   * Runs a program to its end.
   * @returns what it printed
   * @throws BackupRefused with its last words when it fails or is not there
   */
  run(tool: PgTool, args: readonly string[]): Promise<string> {
    const { child, ended } = this.start(tool, args);
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
    child.stdin.end();
    return ended.then(() => printed);
  }

  /**
   * Runs two programs, the second on what the first prints, with a text before it and one after it. The text after it is given only when the
   * first one has succeeded: so a transaction that it closes stays open otherwise, and is given up.
   * @throws BackupRefused with the last words of the one that failed
   */
  async pipe(
    [from, fromArgs]: readonly [PgTool, readonly string[]],
    [to, toArgs]: readonly [PgTool, readonly string[]],
    text: { readonly before: string; readonly filters: readonly Transform[]; readonly after: string },
  ): Promise<void> {
    const target = this.start(to, toArgs);
    target.child.stdout.resume();
    target.child.stdin.write(text.before);
    const source = this.start(from, fromArgs);
    source.child.stdin.end();
    // When the second one ends early the first has nobody to print for; what the second one said is the reason.
    void target.ended.catch(() => source.child.kill());
    const passed = pipeline([source.child.stdout, ...text.filters, target.child.stdin], { end: false });
    const fed = Promise.all([passed, source.ended]).then(
      () => target.child.stdin.end(text.after),
      (error: unknown) => {
        target.child.stdin.end();
        throw error;
      },
    );
    const [given, taken] = await Promise.allSettled([fed, target.ended]);
    if (taken.status === 'rejected') throw taken.reason;
    if (given.status === 'rejected') throw given.reason;
  }

  /** Starts a program; `ended` is refused with its last words when it fails or is not there. */
  private start(
    tool: PgTool,
    args: readonly string[],
  ): { readonly child: ChildProcessWithoutNullStreams; readonly ended: Promise<void> } {
    const program = this.folder === '' ? tool : join(this.folder, tool);
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let complained = '';
    child.stderr
      .setEncoding('utf8')
      .on('data', (chunk: string) => (complained = (complained + chunk).slice(-LAST_WORDS)));
    child.stdin.on('error', () => undefined);
    const ended = new Promise<void>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          new BackupRefused(
            error.code === 'ENOENT'
              ? `${program} is not on this machine. Install the client programs of PostgreSQL (Debian: postgresql-client), or name their folder in PG_TOOLS.`
              : `${program} cannot be run: ${error.message}`,
          ),
        ),
      );
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new BackupRefused(`${tool} failed (${code}): ${complained.trim()}`)),
      );
    });
    return { child, ended };
  }
}

/** @throws BackupRefused when a program is older than the server: it would not know everything there is */
export function requireAsNew(tool: { readonly major: number; readonly text: string }, server: string): void {
  if (tool.major < Number(server.split('.')[0]))
    throw new BackupRefused(
      `${tool.text} cannot back up a PostgreSQL ${server}: the program must not be older than the server. ` +
        `Install the client programs of PostgreSQL ${server.split('.')[0]}, or name their folder in PG_TOOLS.`,
    );
}

/**
 * Gives the work a database address that shows no password to whoever lists the processes: it lies in a file that only
 * this account can read, for as long as the work takes.
 */
export async function withSecretAddress<Value>(
  url: string,
  work: (address: string) => Promise<Value>,
): Promise<Value> {
  const address = new URL(url);
  // It may stand in either place; the one behind the question mark is the one that counts.
  const secret = address.searchParams.get('password') ?? decodeURIComponent(address.password);
  if (secret === '') return work(url);
  const folder = mkdtempSync(join(tmpdir(), 'liaison-atlas-pass-'));
  try {
    const password = secret.replace(/[\\:]/g, '\\$&');
    writeFileSync(join(folder, 'pass'), `*:*:*:*:${password}\n`, { mode: 0o600 });
    address.password = '';
    address.searchParams.delete('password');
    address.searchParams.set('passfile', join(folder, 'pass'));
    return await work(address.href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { startPostgres, type TestPostgres } from './postgres.js';

/** Where a test file finds the migrated and seeded template that it copies. */
export interface Template {
  readonly engine: 'sqlite' | 'postgres';
  /** Folder of the template's SQLite file; '' on PostgreSQL. */
  readonly dataDir: string;
  /** Address of the server's `postgres` database; '' on SQLite. */
  readonly adminUrl: string;
  readonly database: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template;
  }
}

const TEMPLATE = 'atlas_template';

/** Migrates and seeds one database per engine and run; every test file then works on a copy of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = project.config.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite';
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-template-'));
  let postgres: TestPostgres | undefined;
  if (engine === 'postgres') {
    postgres = await startPostgres();
    await postgres.create(TEMPLATE);
  }
  makeTemplate(dataDir, postgres?.url(TEMPLATE));
  project.provide('template', {
    engine,
    dataDir: postgres === undefined ? dataDir : '',
    adminUrl: postgres?.url('postgres') ?? '',
    database: postgres === undefined ? '' : TEMPLATE,
  });
  return async () => {
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/**
 * In a process of its own: both engines' setups run in one process, and Nest keeps its list of GraphQL types for the
 * whole process, so that the second of them would find every type twice.
 */
function makeTemplate(dataDir: string, databaseUrl: string | undefined): void {
  const root = join(import.meta.dirname, '../..');
  const runner = [
    join(root, 'node_modules/vite-node/dist/cli.mjs'),
    '--config',
    join(root, 'server/vite-node.config.ts'),
  ];
  const { DATABASE_URL: _inherited, ...env } = process.env;
  execFileSync(process.execPath, [...runner, join(import.meta.dirname, 'make-template.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...env,
      MODE: 'demo',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      CLIENT_DIR: '',
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
  });
}

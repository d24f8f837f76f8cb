import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { createApp } from '../../server/src/create-app.js';
import { loadConfig } from '../../server/src/platform/config.js';
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
  const databaseUrl = postgres?.url(TEMPLATE) ?? '';
  const config = loadConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl || undefined,
    LOG_LEVEL: 'error',
    CLIENT_DIR: '',
  });
  const app = await createApp(config);
  await app.init();
  await app.close();
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

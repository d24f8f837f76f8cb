import 'reflect-metadata';

import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';

import { type AppOverrides, createApp } from '../../server/src/create-app.js';
import { UnitOfWork } from '../../server/src/database/unit-of-work.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { UNHURRIED } from './unhurried.js';

/** An answer to a GraphQL request as it came over HTTP. */
export interface GraphqlAnswer {
  readonly data?: Record<string, any> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** The real product on a copy of the seeded template, reached over real HTTP. */
export interface TestServer {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly reader: DataSource;
  readonly unitOfWork: UnitOfWork;
  /** Sends a GraphQL request; `cookie` as `signIn` gave it. */
  send(query: string, variables?: Record<string, unknown>, cookie?: string): Promise<GraphqlAnswer>;
  /** Signs in through the demo and gives the cookie. */
  signIn(): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** A database and a folder for one server; stays as it is between a stop and the next start. */
export interface Place {
  readonly env: Record<string, string | undefined>;
  remove(): Promise<void>;
}

/** A database of this test file's own: a copied file on SQLite, a templated database on PostgreSQL. */
export async function copyOfTemplate(): Promise<Place> {
  const template = inject('template');
  return template.engine === 'sqlite' ? sqlitePlace(template.dataDir) : postgresPlace(template.database);
}

function sqlitePlace(copyOf = ''): Place {
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-test-'));
  if (copyOf !== '') cpSync(copyOf, dataDir, { recursive: true });
  return {
    env: { DATA_DIR: dataDir },
    remove: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
  };
}

async function postgresPlace(copyOf: string): Promise<Place> {
  const { adminUrl } = inject('template');
  const dataDir = mkdtempSync(join(tmpdir(), 'liaison-atlas-test-'));
  const database = `t_${randomBytes(6).toString('hex')}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`CREATE DATABASE "${database}" TEMPLATE "${copyOf}"`);
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: adminUrl.replace(/\/postgres$/, `/${database}`) },
    async remove() {
      await admin(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database without a single table. */
export async function emptyPlace(): Promise<Place> {
  const template = inject('template');
  return template.engine === 'sqlite' ? sqlitePlace() : postgresPlace('template1');
}

/** Starts the product on its own copy; `env` may set or unset settings. */
export async function startServer(
  env: Record<string, string | undefined> = {},
  overrides: AppOverrides = {},
): Promise<TestServer> {
  const place = await copyOfTemplate();
  const server = await startAt(place, env, overrides);
  return {
    ...server,
    async stop() {
      await server.stop();
      await place.remove();
    },
  };
}

/** Starts the product at a place that outlives it. */
export async function startAt(
  place: Place,
  env: Record<string, string | undefined> = {},
  overrides: AppOverrides = {},
): Promise<TestServer> {
  // Tests ask the API itself, in words of their own, also where they run it as production; they put their clock where they like and
  // stay signed in, but those that are about it. A fast machine asks more in a minute than people do.
  const usual = {
    ...UNHURRIED,
    LOG_LEVEL: 'silent',
    CLIENT_DIR: '',
    SESSION_IDLE_MINUTES: '0',
    GRAPHQL_OPERATIONS: 'any',
  };
  const config = loadConfig({ ...usual, ...place.env, ...env });
  const app = await createApp(config, overrides);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const post = (query: string, variables: Record<string, unknown>, cookie: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
  return {
    url,
    app,
    reader: app.get(DataSource),
    unitOfWork: app.get(UnitOfWork),
    send: async (query, variables = {}, cookie = '') =>
      (await (await post(query, variables, cookie)).json()) as GraphqlAnswer,
    async signIn() {
      const answer = await post('mutation { signInToDemo(role: survey_lead) { signedIn } }', {}, '');
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers, redirect: 'manual' }),
    stop: () => app.close(),
  };
}

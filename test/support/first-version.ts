import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import type { DataSource } from 'typeorm';
import { expect } from 'vitest';

import { migrations } from '../../server/src/database/migrations.js';
import { sha256 } from '../../server/src/platform/ids.js';
import type { Place } from './start-server.js';
import { storedRows } from './stored-rows.js';

/** How many of the migrations the first version had, before anything was changed about its tables. */
export const FIRST = migrations.findIndex(({ name }) => name.startsWith('LightenSubmissions'));

/** Token of the link of that version's one form that was written by hand. */
export const FIRST_TOKEN = 'first-version-token-22';

const HOSPITALS = ['RW603', 'RVR05', 'RTH08', 'RXH01', 'R1F01'];

/** Tables whose rows have to be the same afterwards, in an order that both versions know. */
export const KEPT_TABLES = {
  round: 'id',
  invitation: 'id',
  response: 'id',
  response_revision: 'id',
  release: 'id',
  audit_event: 'at, entity_id',
} as const;

type KeptTable = keyof typeof KEPT_TABLES;

/** The rows of these tables as they are now. An event was named by a random id before it had a number. */
export async function keptRows(
  place: Pick<Place, 'env'>,
): Promise<ReadonlyMap<KeptTable, readonly Record<string, unknown>[]>> {
  const found = new Map<KeptTable, Record<string, unknown>[]>();
  for (const table of Object.keys(KEPT_TABLES) as KeptTable[]) {
    const rows = await storedRows(place, `SELECT * FROM ${table} ORDER BY ${KEPT_TABLES[table]}`);
    if (table === 'audit_event') for (const row of rows) delete row['id'];
    found.set(table, rows);
  }
  return found;
}

/** Everything that was there is there, whatever came to it. */
export async function expectKept(
  place: Pick<Place, 'env'>,
  before: Awaited<ReturnType<typeof keptRows>>,
): Promise<void> {
  for (const [table, rows] of await keptRows(place))
    expect(rows, table).toEqual(before.get(table)?.map((row) => expect.objectContaining(row)));
}

/** The rows of a synthetic round as the first version stored them, a statement each. */
export function firstRows(): string[] {
  const written = readFileSync(join(import.meta.dirname, '../migrations/first-release.sql'), 'utf8')
    .replace('TOKEN_HASH', sha256(FIRST_TOKEN))
    .trim()
    .split('\n');
  return [...written, ...Array.from({ length: 40 }, (_, at) => formRows(at)).flat()];
}

/** A form that was sent, with its link, what was sent and the event of it. */
function formRows(at: number): string[] {
  const id = (kind: number): string => `${kind}0000000-0000-4000-8000-${String(at + 100).padStart(12, '0')}`;
  const odsCode = HOSPITALS[at % HOSPITALS.length] ?? '';
  const answers = { hospital: { given: odsCode }, comments: { given: `It''s number ${at}, “größer”.` } };
  const text = JSON.stringify(answers);
  const hash = sha256(canonicalJson(JSON.parse(text.replaceAll(`''`, `'`))));
  const when = `2026-01-02T10:${String(at).padStart(2, '0')}:00.000Z`;
  return [
    `INSERT INTO invitation (id, round_id, ods_code, token_hash, state, created_at, expires_at) VALUES ('${id(1)}', 'first-round', '${odsCode}', '${sha256(id(1))}', 'sent', '2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
    `INSERT INTO response (id, round_id, invitation_id, ods_code, site_text_raw, instrument_version, mode, respondent, state, revision, draft, draft_revision, idempotency_key, started_at, last_saved_at, submitted_at) VALUES ('${id(2)}', 'first-round', '${id(1)}', '${odsCode}', '', '1.1', 'web_token', 'liaison_lead', 'submitted', 1, '${text}', 1, 'key-${at}', '${when}', '${when}', '${when}')`,
    `INSERT INTO response_revision (id, response_id, revision, at, "by", reason, idempotency_key, answers, hash) VALUES ('${id(3)}', '${id(2)}', 1, '${when}', 'liaison_lead', '', 'key-${at}', '${text}', '${hash}')`,
    `INSERT INTO audit_event (id, at, actor_id, action, entity, entity_id, detail) VALUES ('${id(4)}', '${when}', 'liaison_lead', 'response.submitted', 'response', '${id(2)}', '{"revision":1,"round":"first-round","site":"${odsCode}"}')`,
  ];
}

/** Runs so many of the migrations, as a start does that is killed after them. */
export async function bringTo(writer: DataSource, count: number): Promise<void> {
  const all = [...writer.migrations];
  writer.migrations.splice(count);
  await writer.runMigrations({ transaction: 'each' });
  writer.migrations.splice(0, writer.migrations.length, ...all);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DataSource } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';

import { migrate, openWriter } from '../../server/src/database/data-source.js';
import { migrations } from '../../server/src/database/migrations.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { verifyPlace } from '../support/audit-chain.js';
import { withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { emptyPlace, type Place, startAt } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

/** The tables that the first version had, before anything was changed about them. */
const FIRST = migrations.findIndex(({ name }) => name.startsWith('LightenSubmissions'));
const TOKEN = 'first-version-token-22';
const AS_IT_WAS = readFileSync(join(import.meta.dirname, 'first-release.sql'), 'utf8')
  .replace('TOKEN_HASH', sha256(TOKEN))
  .trim()
  .split('\n');

/** Runs so many of the migrations, as a start does that is killed after them. */
async function bringTo(writer: DataSource, count: number): Promise<void> {
  const all = [...writer.migrations];
  writer.migrations.splice(count);
  await writer.runMigrations({ transaction: 'each' });
  writer.migrations.splice(0, writer.migrations.length, ...all);
}

describe('a database of the first version', () => {
  let place: Place;
  afterEach(() => place.remove());

  it.each([
    ['in one go', []],
    ['by starts that are killed after each migration', migrations.map((_, at) => at + 1).slice(FIRST)],
  ])('is brought up to date %s with everything in it', async (_how, stops) => {
    place = await emptyPlace();
    const first = await openWriter(loadConfig(place.env));
    await bringTo(first, FIRST);
    for (const statement of AS_IT_WAS) await first.query(statement);
    await first.destroy();
    for (const stop of stops) {
      const killed = await openWriter(loadConfig(place.env));
      await bringTo(killed, stop);
      await killed.destroy();
    }
    const writer = await openWriter(loadConfig(place.env));
    await migrate(writer);
    await writer.destroy();
    expect(await storedRows(place, `SELECT answers, hash FROM response_revision`)).toEqual([
      { answers: expect.stringContaining('Written in the first version.'), hash: 'h1' },
    ]);
    expect(await storedRows(place, `SELECT document, sha256 FROM release`)).toEqual([
      { document: '{"first":true}', sha256: 's1' },
    ]);
    expect(await storedRows(place, 'SELECT seq, action FROM audit_event ORDER BY seq')).toEqual([
      { seq: 1, action: 'round.seeded' },
      { seq: 2, action: 'response.submitted' },
    ]);
    expect(await verifyPlace(place)).toMatchObject({ code: 0, wrong: '' });
  });

  it('is worked on by this one: the link of then leads to the form, which can be corrected', async () => {
    place = await emptyPlace();
    const first = await openWriter(loadConfig(place.env));
    await bringTo(first, FIRST);
    for (const statement of AS_IT_WAS) await first.query(statement);
    await first.destroy();
    const server = await startAt(place, { CLIENT_DIR: undefined });
    try {
      const link = { token: TOKEN, odsCode: 'RW603', invitationId: '10000000-0000-4000-8000-000000000001' };
      const team = new LiaisonTeam(server, link);
      expect((await team.open()).status).toBe(302);
      const corrected = await team.submit(withoutInReach('RW603'), { reason: 'a newer version' });
      expect(corrected).toMatchObject({ problems: [], receipt: { revision: 2 } });
      expect((await team.sent()).map(({ revision }) => revision)).toEqual([1, 2]);
    } finally {
      await server.stop();
    }
    expect((await verifyPlace(place)).code).toBe(0);
  });
});

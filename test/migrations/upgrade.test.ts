import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import { afterEach, describe, expect, it } from 'vitest';

import { migrate, openWriter } from '../../server/src/database/data-source.js';
import { migrations } from '../../server/src/database/migrations.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { verifyPlace } from '../support/audit-chain.js';
import { bringTo, expectKept, FIRST, FIRST_TOKEN, firstRows, keptRows } from '../support/first-version.js';
import { withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { emptyPlace, type Place, startAt } from '../support/start-server.js';
import { storedRows } from '../support/stored-rows.js';

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
    for (const statement of firstRows()) await first.query(statement);
    await first.destroy();
    const before = await keptRows(place);
    for (const stop of stops) {
      const killed = await openWriter(loadConfig(place.env));
      await bringTo(killed, stop);
      await killed.destroy();
    }
    const writer = await openWriter(loadConfig(place.env));
    await migrate(writer);
    await writer.destroy();
    const revisions = await storedRows<{ answers: string; hash: string }>(
      place,
      'SELECT answers, hash FROM response_revision',
    );
    expect(revisions.length).toBe(before.get('response_revision')?.length);
    for (const { answers, hash } of revisions) expect(sha256(canonicalJson(JSON.parse(answers)))).toBe(hash);
    expect(revisions.map(({ answers }) => answers).join()).toContain('Written in the first version.');
    const [release] = await storedRows<{ document: string; sha256: string }>(
      place,
      'SELECT document, sha256 FROM release',
    );
    expect(sha256(release?.document ?? '')).toBe(release?.sha256);
    await expectKept(place, before);
    expect(await verifyPlace(place)).toMatchObject({ code: 0, wrong: '' });
  });

  it('is worked on by this one: the link of then leads to the form, which can be corrected', async () => {
    place = await emptyPlace();
    const first = await openWriter(loadConfig(place.env));
    await bringTo(first, FIRST);
    for (const statement of firstRows()) await first.query(statement);
    await first.destroy();
    const server = await startAt(place, { CLIENT_DIR: undefined });
    try {
      const link = {
        token: FIRST_TOKEN,
        odsCode: 'RW603',
        invitationId: '10000000-0000-4000-8000-000000000001',
      };
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

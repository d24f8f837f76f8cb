import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Round } from '../../server/src/fieldwork/round.entity.js';
import { DEMO_ROUND_ID } from '../../server/src/platform/demo-round.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { storedRows } from '../support/stored-rows.js';
import { givenRound } from '../support/given.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

describe('"answer as a synthetic hospital"', () => {
  let place: Place;
  let server: TestServer;
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    await givenRound(server, 'synthetic-of-a-lead', { kind: 'synthetic' });
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });

  const roundOfNewLink = async (): Promise<string | undefined> => {
    const { data } = await server.send('mutation { openDemoAnswer { path } }');
    const token = String(data?.['openDemoAnswer'].path).split('/').at(-1) ?? '';
    const rows = await storedRows<{ round_id: string }>(
      place,
      `SELECT round_id FROM invitation WHERE token_hash = '${sha256(token)}'`,
    );
    return rows[0]?.round_id;
  };

  it('leads to the round of the demonstration, whatever further synthetic rounds a lead has opened', async () => {
    expect(await roundOfNewLink()).toBe(DEMO_ROUND_ID);
  });

  it('leads to another synthetic round once that one takes no answers', async () => {
    await server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(Round, { id: DEMO_ROUND_ID }, { state: 'cleaning' }),
    );
    expect(await roundOfNewLink()).toBe('synthetic-of-a-lead');
  });
});

import { existsSync } from 'node:fs';

import { describe, expect, inject, it } from 'vitest';

import { databaseFile } from '../../server/src/database/data-source.js';
import { LiveAnswers, liveProgram } from '../../server/src/publication/live/live-answers.js';
import { LiveRounds } from '../../server/src/publication/live/live-rounds.js';
import { BUNDLE } from '../support/built-server.js';
import { givenForm } from '../support/cleaner.js';
import { withInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { copyOfTemplate, startAt } from '../support/start-server.js';

const PROGRAM = liveProgram(BUNDLE.href);

describe('a server with the thread of the live rounds', () => {
  it('gives leads the same, by every way, and leaves no log of changes behind when it stops', async () => {
    const place = await copyOfTemplate();
    try {
      const server = await startAt(place);
      Object.assign(server.app.get(LiveAnswers), { program: PROGRAM });
      Object.assign(server.app.get(LiveRounds), { answer: () => Promise.reject(new Error('not here')) });
      const lead = await theSurveyLead(server);
      const { data } = await lead.ask(
        '{ liveRound(id: "demo-2026") { forms { analysed } hospitals { odsCode } questions { variable } } }',
      );
      expect(data?.['liveRound'].hospitals).toHaveLength(175);
      // Nothing has changed: the same is brought here once, and is of the moment at which it is asked for.
      const worker = (server.app.get(LiveAnswers) as unknown as { worker: { last: number } }).worker;
      const before = worker.last;
      const asked = new Date().toISOString();
      const again = (await lead.ask('{ liveRound(id: "demo-2026") { asAt } }')).data?.['liveRound']
        .asAt as string;
      expect([worker.last, again >= asked]).toEqual([before, true]);
      // For as long as they may look again, a reply is worked out before they do.
      await givenForm(server, 'demo-2026', withInReach('RW603'));
      await expect.poll(() => worker.last).toBe(before + 1);
      const cookie = await server.signIn();
      for (const encoding of ['identity', 'br', 'gzip']) {
        const headers = { cookie, 'accept-encoding': encoding };
        const map = await server.get('/manage/v1/rounds/demo-2026/live.geojson', headers);
        expect(((await map.json()) as { features: unknown[] }).features, encoding).toHaveLength(175);
      }
      const list = await server.get('/manage/v1/rounds/demo-2026/chase-list.csv', { cookie });
      expect((await list.text()).split('\r\n').length).toBeGreaterThan(20);
      await server.stop();
      if (inject('template').engine === 'sqlite')
        expect(existsSync(`${databaseFile(String(place.env['DATA_DIR']))}-wal`)).toBe(false);
    } finally {
      await place.remove();
    }
  });
});

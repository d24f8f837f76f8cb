import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { ResponseRevision } from '../../server/src/fieldwork/response-revision.entity.js';
import { RetentionService } from '../../server/src/fieldwork/retention.service.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const CLOSES = '2027-07-01T00:00:00.000Z';

describe('taking answers back', () => {
  const clock = new TestClock();
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined }, { clock });
  });
  afterAll(() => server.stop());

  const team = async (values = {}): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, values));
  const summaryOf = async (round: string): Promise<Record<string, Record<string, number>>> =>
    (await server.get(`/open/v1/rounds/${round}/summary.json`)).json() as never;
  const release = async (round: string, key: string): Promise<void> => {
    const lead = await theSurveyLead(server);
    const { errors } = await lead.ask(
      'mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { __typename } }',
      { input: { roundId: round, kind: 'interim', note: '', idempotencyKey: key } },
    );
    expect(errors).toBeUndefined();
  };
  /** Every text that any table holds. */
  const everythingStored = async (): Promise<string> => {
    const rows = await Promise.all(
      server.reader.entityMetadatas
        .filter(({ tableName }) => tableName !== 'release')
        .map(({ tableName }) => server.reader.query(`SELECT * FROM "${tableName}"`)),
    );
    return JSON.stringify(rows);
  };

  it('is asked for on a page, and done only when the button is pressed', async () => {
    const oldham = await team();
    await oldham.submit(withoutInReach('RW603'));
    const receipt = await (await oldham.open('receipt')).text();
    expect(receipt).toContain(`/respond/${oldham.link.token}/withdraw"`);
    const asked = await oldham.open('withdraw');
    expect(asked.status).toBe(200);
    expect(wordsOf(await asked.text())).toContain('It cannot be undone');
    expect((await oldham.stored())?.state).toBe('submitted');

    const done = await oldham.press('withdraw', {});
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      `/respond/${oldham.link.token}/withdrawn`,
    ]);
    expect(wordsOf(await (await oldham.open('withdrawn')).text())).toContain(
      'Your answers have been withdrawn',
    );
    expect((await oldham.stored())?.state).toBe('withdrawn');
  });

  it('erases what a page saves at the same moment, whichever of the two comes first', async () => {
    const oldham = await team();
    await oldham.submit(withInReach('RW603', { comments: ['fennec-first'] }));
    const saving = { comments: ['gecko-late'] };
    await Promise.all([oldham.withdraw(), oldham.save('comments', saving).catch(() => undefined)]);
    const other = await team();
    await other.submit(withInReach('RW603', { comments: ['fennec-first'] }));
    await Promise.all([other.save('comments', saving).catch(() => undefined), other.withdraw()]);
    expect([(await oldham.stored())?.state, (await other.stored())?.state]).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(await everythingStored()).not.toMatch(/fennec|gecko/);
  });

  it('erases every word, of every revision, and keeps that there was a form', async () => {
    const oldham = await team();
    await oldham.submit(withInReach('RW603', { comments: ['armadillo-first'], positives: ['badger-good'] }));
    await oldham.submit(withInReach('RW603', { comments: ['chinchilla-second'] }), {
      reason: 'dromedary-reason',
    });
    await oldham.save('comments', { comments: ['echidna-draft'] });
    const words = /armadillo|badger|chinchilla|dromedary|echidna/;
    expect(await everythingStored()).toMatch(words);
    const before = await oldham.sent();

    expect(await oldham.withdraw()).toBe('ResponseWithdrawn');
    expect(await everythingStored()).not.toMatch(words);
    const after = await oldham.sent();
    expect(after.map(({ revision, at, id }) => [revision, at, id])).toEqual(
      before.map(({ revision, at, id }) => [revision, at, id]),
    );
    expect(after.map(({ answers, reason, hash }) => [answers, reason, hash])).toEqual([
      [{}, '', ''],
      [{}, '', ''],
    ]);
  });

  it('leaves a link that shows nothing else and takes no more answers', async () => {
    const oldham = await team();
    await oldham.submit(withoutInReach('RW603', { comments: ['gone for good'] }));
    await oldham.withdraw();
    const home = `/respond/${oldham.link.token}/withdrawn`;
    for (const page of ['', 'information', 'role', 'check', 'receipt', 'later', 'withdraw']) {
      let answer = await oldham.open(page);
      for (let hop = 0; hop < 2 && answer.status === 302; hop += 1)
        answer = await server.get(answer.headers.get('location') ?? '');
      const words = wordsOf(await answer.text());
      expect(words, page).toContain('Your answers have been withdrawn');
      expect(words, page).not.toContain('gone for good');
    }
    const saved = await oldham.press('role', { role: ['other'], expectedRevision: ['2'] });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, home]);
    expect((await oldham.submit(withoutInReach('RW603'), { reason: 'again' })).error).toBe('UNUSABLE_LINK');
    expect(await oldham.stored()).toMatchObject({ state: 'withdrawn', draft: {}, revision: 1 });
  });

  it('can be asked twice, and cannot be asked of nothing or by a stranger', async () => {
    const oldham = await team();
    const asked = await oldham.open('withdraw');
    expect([asked.status, asked.headers.get('location')]).toEqual([302, `/respond/${oldham.link.token}`]);
    expect(await oldham.withdraw()).toBe('SubmissionRefused');
    expect((await oldham.press('withdraw', {})).status).toBe(409);
    await oldham.save('role', { role: ['liaison_lead'] });
    expect(await oldham.withdraw()).toBe('ResponseWithdrawn');
    expect(await oldham.withdraw()).toBe('ResponseWithdrawn');
    const stranger = new LiaisonTeam(server, { ...oldham.link, token: 'A'.repeat(22) });
    expect(await stranger.withdraw()).toBe('UNUSABLE_LINK');
    expect((await stranger.press('withdraw', {})).status).toBe(404);
  });

  it('counts the form as withdrawn in the next release, and lets the release before it stand', async () => {
    const round = await givenRound(server, 'taken-back');
    const oldham = await team({ roundId: round });
    await oldham.submit(withInReach('RW603'));
    await release(round, 'before-the-withdrawal');
    const before = await summaryOf(round);
    expect(before['forms']).toMatchObject({ received: 1, withdrawn: 0, analysed: 1 });
    await oldham.withdraw();
    expect(await summaryOf(round)).toEqual(before);

    await release(round, 'after-the-withdrawal');
    expect((await summaryOf(round))['forms']).toMatchObject({ received: 1, withdrawn: 1, analysed: 0 });
    const { features } = (await (await server.get(`/open/v1/rounds/${round}/hospitals.geojson`)).json()) as {
      features: { properties: { odsCode: string; category: string } }[];
    };
    const row = features.find(({ properties }) => properties.odsCode === 'RW603');
    expect(['NR', 'NP']).toContain(row?.properties.category);
  });

  it('is possible after the round has closed, as long as the link is good', async () => {
    const round = await givenRound(server, 'closed-early', { closesAt: CLOSES, correctionsUntil: CLOSES });
    clock.set('2027-06-01T00:00:00.000Z');
    const oldham = await team({ roundId: round });
    await oldham.submit(withoutInReach('RW603'));
    clock.set('2027-08-01T00:00:00.000Z');
    expect(await oldham.withdraw()).toBe('ResponseWithdrawn');
    clock.release();
  });

  it('is the only change that the database lets through to what was sent', async () => {
    const oldham = await team();
    await oldham.submit(withoutInReach('RW603'));
    const [revision] = await oldham.sent();
    const change = (values: object): Promise<unknown> =>
      server.unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.update(ResponseRevision, { id: revision?.id }, values),
      );
    const emptied = { answers: {}, reason: '', hash: '' };
    await expect(change({ answers: {} })).rejects.toThrow(/append-only/);
    await expect(change({ hash: '' })).rejects.toThrow(/append-only/);
    await expect(change({ ...emptied, at: '2020-01-01T00:00:00.000Z' })).rejects.toThrow(/append-only/);
    await expect(change({ ...emptied, by: 'somebody' })).rejects.toThrow(/append-only/);
    await expect(
      server.unitOfWork.run(SYSTEM, ({ manager }) => manager.delete(ResponseRevision, { id: revision?.id })),
    ).rejects.toThrow(/append-only/);
    await expect(change(emptied)).resolves.toBeDefined();
  });

  describe('what was saved and never sent', () => {
    it('is erased three months after the round took its last answer, not a day earlier', async () => {
      const round = await givenRound(server, 'long-over', { closesAt: CLOSES, correctionsUntil: CLOSES });
      clock.set('2027-06-01T00:00:00.000Z');
      const begun = await team({ roundId: round });
      await begun.save('comments', { comments: ['flamingo-unsent'] });
      const sent = await team({ roundId: round });
      await sent.submit(withoutInReach('RW603', { comments: ['gazelle-sent'] }));
      const retention = server.app.get(RetentionService);

      clock.set('2027-09-30T00:00:00.000Z');
      expect(await retention.eraseUnsent()).toBe(0);
      clock.set('2027-10-01T00:00:00.000Z');
      expect(await retention.eraseUnsent()).toBe(1);
      expect(await everythingStored()).not.toContain('flamingo');
      expect(await everythingStored()).toContain('gazelle');
      expect(await begun.stored()).toMatchObject({ state: 'partial', draft: {}, revision: 0 });
      const events = await server.reader
        .getRepository(AuditEvent)
        .find({ where: { action: 'response.unsent-erased' }, order: { seq: 'ASC' } });
      expect(events.map(({ entityId, detail }) => [entityId, detail])).toEqual([[round, { forms: 1 }]]);
      expect(await retention.eraseUnsent()).toBe(0);
      clock.release();
    });

    it('stays in a round that has set no end', async () => {
      const round = await givenRound(server, 'without-end', { closesAt: null, correctionsUntil: null });
      const begun = await team({ roundId: round });
      await begun.save('comments', { comments: ['heron-unsent'] });
      clock.set('2090-01-01T00:00:00.000Z');
      await server.app.get(RetentionService).eraseUnsent();
      clock.release();
      expect(JSON.stringify((await begun.stored())?.draft)).toContain('heron');
    });
  });
});

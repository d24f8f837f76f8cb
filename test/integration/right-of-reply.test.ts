import { afterEach, describe, expect, it } from 'vitest';

import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { ContactDetail } from '../../server/src/fieldwork/contacts/contact-detail.entity.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { eraseContacts } from '../../server/src/fieldwork/contacts/erase-contacts.js';
import { addressHash } from '../../server/src/fieldwork/contacts/store-contacts.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { ReplyEventRow } from '../../server/src/publication/release-desk/reply-event.entity.js';
import { ReleaseComposer } from '../../server/src/publication/release-desk/release-composer.service.js';
import { ShownRowsService } from '../../server/src/publication/release-desk/shown-rows.service.js';
import { ReplyMailRetention } from '../../server/src/publication/release-desk/reply-mail-retention.service.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { type LiaisonTeam, theSurveyLead, wordsOf } from '../support/people.js';
import { ReleaseDeskUser, theSecondLead } from '../support/release-desk.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const OLDHAM = 'RW603';
const EXETER = 'RH801';
const ASKED = 'matron@example.org';

interface Begun {
  readonly cleaner: Cleaner;
  readonly desk: ReleaseDeskUser;
  readonly exeter: LiaisonTeam;
}

describe('the right of reply', () => {
  let server: TestServer | undefined;
  let sink: MailSink | undefined;
  const clock = new TestClock();
  afterEach(async () => {
    clock.release();
    await server?.stop();
    await sink?.close();
    server = sink = undefined;
  });

  /** A live round with two answers, one of them with a score that may be named, frozen. */
  const begun = async (refusal = ''): Promise<Begun> => {
    sink = await MailSink.open({ refuses: () => refusal });
    server = await startServer({ ...sink.env, CLIENT_DIR: undefined }, { clock });
    const lead = await theSurveyLead(server);
    const roundId = await givenRound(server, 'replies', { state: 'open' });
    await givenForm(server, roundId, withInReach(OLDHAM, { consent_quote: ['yes'] }));
    const { team: exeter } = await givenForm(server, roundId, withoutInReach(EXETER));
    await givenInvited(roundId, OLDHAM, ASKED);
    await server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query(`UPDATE round SET state = 'cleaning' WHERE id = 'replies'`),
    );
    const cleaner = new Cleaner(lead, roundId);
    await cleaner.freeze('');
    return { cleaner, exeter, desk: new ReleaseDeskUser(lead, roundId) };
  };
  const givenInvited = async (roundId: string, odsCode: string, email: string): Promise<void> => {
    const at = '2026-01-01T00:00:00.000Z';
    const id = newId();
    const contact = { id, addressHash: addressHash(email), legalBasis: 'legitimate_interests' as const };
    await server!.unitOfWork.run(SYSTEM, async ({ manager }) => {
      await manager.insert(Contact, { ...contact, source: 'a test', createdAt: at, changedAt: at });
      await manager.insert(ContactDetail, { contactId: id, name: '', email, job: '' });
      await manager.insert(Invitation, {
        id: newId(),
        roundId,
        odsCode,
        tokenHash: sha256(id),
        state: 'sent',
        createdAt: at,
        expiresAt: '2099-01-01T00:00:00.000Z',
        contactId: id,
      });
    });
  };
  const mailedPath = async (): Promise<string> => {
    await server!.app.get(OutboxWorker).runOnce();
    await expect.poll(() => sink!.taken.length).toBeGreaterThan(0);
    return new URL(/https?:\/\/\S+\/reply\/\S+/.exec(sink!.taken.at(-1)!.text)?.[0] ?? '').pathname;
  };
  const press = (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(server!.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const page = async (path: string): Promise<string> => wordsOf(await (await server!.get(path)).text());
  const stateOf = async (): Promise<string> =>
    (await server!.reader.query(`SELECT state FROM round WHERE id = 'replies'`))[0].state;

  it('shows a hospital its row by mail, takes its refusal, and the release holds it', async () => {
    const { desk } = await begun();
    expect(await stateOf()).toBe('frozen');
    const opened = await desk.open();
    expect(opened).toMatchObject({ reply: { number: 1, days: 14, isRunning: true } });
    expect(opened['hospitals'].map(({ odsCode, linked }: any) => [odsCode, linked])).toEqual([
      [EXETER, false],
      [OLDHAM, true],
    ]);
    const path = await mailedPath();
    expect(sink!.taken.map(({ recipient }) => recipient)).toEqual([ASKED]);
    expect(await page(path)).toContain('60 of 100');
    expect((await press(path, { do: 'right' })).status).toBe(303);
    expect(await page(path)).toContain('You said that this is right.');
    await press(path, { do: 'hide_score' });
    const after = await page(path);
    expect(after).toContain('Your score will not be named.');
    expect(after).not.toContain('60 of 100');
    expect(after).not.toContain('You said that this is right.');

    await new ReleaseDeskUser(await theSecondLead(server!), 'replies').sign();
    expect((await desk.release('final'))['problems']).toEqual([{ code: 'REPLY_RUNNING', field: 'despite' }]);
    const released = await desk.release('final', { despite: 'Everybody has been rung.' });
    expect(released['rightOfReply']).toMatchObject({
      offered: 2,
      opened: 1,
      right: 1,
      wrong: 0,
      scoresRefused: 1,
      asShown: 2,
      despite: 'Everybody has been rung.',
    });
    expect(released['signOffs']).toEqual({ required: 1, given: 1, roles: ['survey_lead'] });
    const row = released['hospitals'].find(({ odsCode }: any) => odsCode === OLDHAM);
    expect(row).toMatchObject({ category: 'GP', score: null });
    expect(await stateOf()).toBe('published');
    expect((await server!.get(path)).status).toBe(404);
  });

  it('lets a final release be made without words when the time is over', async () => {
    const { desk } = await begun();
    await desk.open(3);
    await new ReleaseDeskUser(await theSecondLead(server!), 'replies').sign();
    const path = await desk.giveLink(EXETER);
    expect((await server!.get(path)).status).toBe(200);
    clock.set(new Date(Date.now() + 5 * 86_400_000).toISOString());
    expect((await server!.get(path)).status).toBe(404);
    const later = new ReleaseDeskUser(await theSurveyLead(server!), 'replies');
    expect(await later.release('final')).toMatchObject({
      number: 1,
      rightOfReply: { offered: 2, despite: '' },
    });
  });

  it('asks for a reason where nobody was asked, and for a sign-off by somebody else', async () => {
    const { desk } = await begun();
    expect((await desk.release('final'))['problems'].map(({ code }: any) => code)).toEqual([
      'REPLY_NOT_OFFERED',
      'SIGN_OFF_MISSING',
    ]);
    await desk.sign();
    expect((await desk.preview('final'))['problems']).toEqual([
      { code: 'REPLY_NOT_OFFERED' },
      { code: 'SIGN_OFF_MISSING' },
    ]);
    expect((await desk.requireSignOffs(0))['problems']).toMatchObject([{ code: 'BAD_SIGN_OFFS' }]);
    expect(await desk.release('interim')).toMatchObject({ number: 1, rightOfReply: null, signOffs: null });
  });

  it('puts an objection into the cleaning queue, and a correction makes the next freeze', async () => {
    const { cleaner, desk } = await begun();
    await desk.open();
    const path = await desk.giveLink(EXETER);
    expect((await press(path, { do: 'wrong', words: ' ' })).status).toBe(422);
    const words = 'We do have in-reach <now>.';
    expect((await press(path, { do: 'wrong', words })).status).toBe(303);
    expect((await press(path, { do: 'wrong', words })).status).toBe(303);
    const [task, ...others] = await cleaner.tasks('site_objection');
    expect(others).toEqual([]);
    expect(task).toMatchObject({ odsCode: EXETER, responseIds: [expect.any(String)] });
    const { data } = await cleaner.ask(
      'query ($roundId: ID!) { cleaningQueue(roundId: $roundId, kind: site_objection, page: 1, perPage: 5) { tasks { objection } } }',
    );
    expect(data?.['cleaningQueue'].tasks).toEqual([{ objection: words }]);

    const second = new ReleaseDeskUser(await theSecondLead(server!), 'replies');
    await second.sign();
    expect((await desk.release('final'))['problems'].map(({ code }: any) => code)).toContain(
      'OBJECTION_OPEN',
    );
    await cleaner.reopen('A hospital objected.');
    expect(await stateOf()).toBe('cleaning');
    await cleaner.decide({
      kind: 'exclude',
      formId: task!.responseIds[0],
      reason: 'not_usable',
      note: 'Wrong.',
    });
    expect((await cleaner.freeze('With the correction.')).number).toBe(2);
    const objection = (await desk.desk())['objections'][0];
    expect((await desk.settle(objection.id, ' '))['problems']).toMatchObject([{ code: 'NOTE_REQUIRED' }]);
    expect((await desk.settle(objection.id, 'Left out.'))['objections']).toMatchObject([
      { settledNote: 'Left out.' },
    ]);
    expect(await cleaner.tasks('site_objection')).toEqual([]);
    expect(await page(path)).toContain('Not published');
  });

  it('writes down what was shown to whom, for good, and holds no address', async () => {
    const { desk } = await begun();
    await desk.open();
    const path = await mailedPath();
    await server!.get(path);
    await server!.get(path);
    await press(path, { do: 'hide_quotations' });
    const events = await server!.reader.getRepository(ReplyEventRow).find({ order: { number: 'ASC' } });
    expect(events.map(({ kind, odsCode }) => `${kind} ${odsCode}`)).toEqual([
      `offered ${EXETER}`,
      `offered ${OLDHAM}`,
      `opened ${OLDHAM}`,
      `naming ${OLDHAM}`,
    ]);
    expect(events[2]).toMatchObject({ shownScore: 1, freezeNumber: 1 });
    await expect(
      server!.unitOfWork.run(SYSTEM, ({ manager }) => manager.delete(ReplyEventRow, { kind: 'naming' })),
    ).rejects.toThrow(/append-only/);
    await expect
      .poll(async () => JSON.stringify(await server!.reader.query('SELECT * FROM outbox_message')))
      .not.toContain(ASKED);
  });

  it('keeps no address of a mail that never went out, and sends none to somebody who was erased', async () => {
    const { desk } = await begun('451 come again later');
    const mails = async (): Promise<string> =>
      JSON.stringify(await server!.reader.query('SELECT * FROM outbox_message'));
    await desk.open();
    const retention = server!.app.get(ReplyMailRetention);
    expect(await retention.eraseOldAddresses()).toBe(0);
    expect(await mails()).toContain(ASKED);
    clock.set(new Date(Date.now() + 8 * 86_400_000).toISOString());
    expect(await retention.eraseOldAddresses()).toBe(1);
    expect(await mails()).not.toContain(ASKED);
    await new ReleaseDeskUser(await theSurveyLead(server!), 'replies').open();
    expect(await mails()).toContain(ASKED);
    const [{ id }] = await server!.reader.query('SELECT id FROM contact');
    await server!.unitOfWork.run(SYSTEM, ({ manager }) => eraseContacts(manager, [id]));
    expect(await mails()).not.toContain(ASKED);
    await server!.app.get(OutboxWorker).runOnce();
    expect(sink!.taken).toEqual([]);
  });

  it('holds a refusal that comes while the release is put together, and takes none once it is out', async () => {
    const { desk } = await begun();
    await desk.open();
    const path = await desk.giveLink(OLDHAM);
    await new ReleaseDeskUser(await theSecondLead(server!), 'replies').sign();
    // The product's own work, with somebody coming in between.
    const composer = server!.app.get(ReleaseComposer);
    const prepare = composer.prepare.bind(composer);
    let refused = 0;
    composer.prepare = async (...asked) => {
      const prepared = await prepare(...asked);
      composer.prepare = prepare;
      refused = (await press(path, { do: 'hide_score' })).status;
      return prepared;
    };
    const shownRows = server!.app.get(ShownRowsService);
    const of = shownRows.of.bind(shownRows);
    const released = await desk.release('final', { despite: 'All were rung.' });
    expect(refused).toBe(303);
    expect(released['rightOfReply']).toMatchObject({ scoresRefused: 1 });
    expect(released['hospitals'].find(({ odsCode }: any) => odsCode === OLDHAM).score).toBeNull();

    await new ReleaseDeskUser(await theSurveyLead(server!), 'replies').open();
    const late = await desk.giveLink(OLDHAM);
    shownRows.of = async (round) => {
      const rows = await of(round);
      shownRows.of = of;
      await server!.unitOfWork.run(SYSTEM, ({ manager }) =>
        manager.query(`UPDATE reply_period SET closed_at = opened_at WHERE closed_at IS NULL`),
      );
      return rows;
    };
    expect((await press(late, { do: 'name_score' })).status).toBe(404);
    expect(await server!.reader.getRepository(ReplyEventRow).countBy({ kind: 'naming' })).toBe(1);
  });

  it('keeps no word of an objection when its hospital has taken its last form back', async () => {
    const { cleaner, desk, exeter } = await begun();
    await desk.open();
    const path = await desk.giveLink(EXETER);
    await press(path, { do: 'wrong', words: 'We wrote "bandicoot".' });
    await desk.settle((await desk.desk())['objections'][0].id, 'The bandicoot is as it was sent.');
    await press(path, { do: 'wrong', words: 'Still not: "bandicoot".' });
    expect(await cleaner.tasks('site_objection')).toHaveLength(1);
    expect(await exeter.withdraw()).toBe('ResponseWithdrawn');
    const tables = await Promise.all(
      server!.reader.entityMetadatas.map(({ tableName }) =>
        server!.reader.query(`SELECT * FROM "${tableName}"`),
      ),
    );
    expect(JSON.stringify(tables)).not.toContain('bandicoot');
    const { data } = await cleaner.ask(
      'query ($roundId: ID!) { cleaningQueue(roundId: $roundId, kind: site_objection, page: 1, perPage: 5) { tasks { objection } } }',
    );
    expect(data?.['cleaningQueue'].tasks).toEqual([
      { objection: 'Erased: the hospital has taken its answers back.' },
    ]);
  });

  it('looks the same for every link that cannot be used', async () => {
    const { desk } = await begun();
    await desk.open();
    const path = await desk.giveLink(OLDHAM);
    await desk.open();
    const old = await server!.get(path);
    const unknown = await server!.get('/reply/AAAAAAAAAAAAAAAAAAAAAA');
    expect([old.status, await old.text()]).toEqual([404, await unknown.text()]);
    for (const each of [path, '/reply/AAAAAAAAAAAAAAAAAAAAAA'])
      expect((await press(each, { do: 'hide_score' })).status).toBe(404);
    expect(await desk.giveLink('RA301')).toBe('NOT_OFFERED');
    expect((await desk.open(0))['problems']).toMatchObject([{ code: 'BAD_REPLY_DAYS' }]);
  });

  it('is refused while the round is not frozen', async () => {
    const { cleaner, desk } = await begun();
    await cleaner.reopen('To look again.');
    expect((await desk.open())['problems']).toMatchObject([{ code: 'NOT_FROZEN' }]);
  });
});

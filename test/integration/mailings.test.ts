import { afterEach, describe, expect, it } from 'vitest';

import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { RoundService } from '../../server/src/fieldwork/round.service.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { colleague, grant } from '../support/colleagues.js';
import { ContactLead, contactCsv, tokensIn } from '../support/contact-book.js';
import { givenRound, rowCounts, withInReach, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { LiaisonTeam } from '../support/people.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const ANN = 'ann@example.org,Ann Example,,"RW603;RJ122"';
const BOB = 'bob@example.org,,,RW603';
const CAT = 'cat@example.org,Cat,,RWA01';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('mailings', () => {
  const clock = new TestClock();
  let place: Place;
  let sink: MailSink | undefined;
  let server: TestServer;
  let lead: ContactLead;

  afterEach(async () => {
    clock.release();
    await server.stop();
    await sink?.close();
    await place.remove();
    sink = undefined;
  });

  /** The product with a real mail server, and a survey lead with these contacts on a list of an open round. */
  const start = async (people: readonly string[], options?: Parameters<typeof MailSink.open>[0]) => {
    place = await copyOfTemplate();
    sink = await MailSink.open(options);
    server = await startAt(place, { ...sink.env, CLIENT_DIR: undefined }, { clock });
    await givenRound(server, '2027');
    lead = new ContactLead(server, await colleague(server, 'lead', grant('survey_lead')), '2027');
    const list = await lead.list('Faculty');
    expect(await lead.imports(list, contactCsv(...people))).toMatchObject({ stored: true });
    return list;
  };
  /** Works until nothing is due any more. */
  const work = async (): Promise<void> => {
    await expect
      .poll(async () => {
        await server.app.get(OutboxWorker).runOnce();
        return server.reader.getRepository(OutboxMessage).countBy({ state: 'sending' });
      })
      .toBe(0);
  };
  const mailsTo = (recipient: string) => sink!.taken.filter((mail) => mail.recipient === recipient);
  const invitations = () => server.reader.getRepository(Invitation).findBy({ roundId: '2027' });
  const team = (token: string, odsCode = 'RW603') =>
    new LiaisonTeam(server, { token, invitationId: '', odsCode });
  const press = (token: string, choice = '') =>
    fetch(`${server.url}/opt-out/${token}`, { method: 'POST', body: new URLSearchParams({ choice }) });

  it('are previewed: who gets what, who is left out and why, and one mail as it will be read', async () => {
    const list = await start([ANN, BOB, 'dan@example.org,,,']);
    const before = await rowCounts(server);
    const preview = await lead.preview('invitation', { listIds: [list] });
    expect(preview).toMatchObject({ mails: 3, people: 2, hospitals: 2, leftOutCount: 1 });
    expect(preview['leftOut']).toMatchObject([{ email: 'dan@example.org', reason: 'no_hospital_in_frame' }]);
    expect(preview['example'].to).toBe('ann@example.org');
    expect(preview['example'].body).toMatch(/^Dear Ann Example, .*\{link\}/);
    expect(await rowCounts(server)).toEqual(before);
    expect(await lead.preview('invitation', { body: 'no link {nonsense}' })).toEqual({
      problems: [
        { code: 'UNKNOWN_PLACEHOLDER', field: 'body' },
        { code: 'MISSING_PLACEHOLDER', field: 'body' },
        { code: 'MISSING_PLACEHOLDER', field: 'body' },
      ],
    });
  });

  it('go once to each contact for each hospital, with a link of their own that works', async () => {
    await start([ANN, BOB]);
    expect(await lead.send()).toMatchObject({ kind: 'invitation', number: 1, recipients: 3 });
    await work();
    expect([...sink!.perRecipient]).toEqual(
      expect.arrayContaining([
        ['ann@example.org', 2],
        ['bob@example.org', 1],
      ]),
    );
    const [mail] = mailsTo('bob@example.org');
    expect(mail?.text).toContain('Dear colleague, please answer for');
    const tokens = sink!.taken.flatMap(({ text }) => tokensIn(text)[0] ?? []);
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect((await team(token).open()).status).toBe(302);
    expect((await lead.mailings())[0]).toMatchObject({ state: 'finished', sent: 3, queued: 0 });
    // Only hashes are stored, and a second mailing finds nobody left to invite.
    const everything: unknown[] = [];
    for (const { tableName } of server.reader.entityMetadatas)
      everything.push(await server.reader.query(`SELECT * FROM "${tableName}"`));
    for (const token of tokens) expect(JSON.stringify(everything)).not.toContain(token);
    expect((await lead.send())['problems']).toEqual([{ code: 'NOBODY', field: 'listIds' }]);
  });

  it('are refused when the audience is not that of the preview any more', async () => {
    const list = await start([ANN]);
    const { audienceHash } = await lead.preview();
    await lead.imports(list, contactCsv(BOB));
    const before = await rowCounts(server);
    expect((await lead.send('invitation', { audienceHash }))['problems']).toEqual([
      { code: 'AUDIENCE_CHANGED', field: 'audienceHash' },
    ]);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('are sent once by two leads who press at the same time', async () => {
    await start([ANN, BOB]);
    const { audienceHash } = await lead.preview();
    const both = await Promise.allSettled([1, 2].map(() => lead.send('invitation', { audienceHash })));
    await work();
    const queued = both.filter((one) => one.status === 'fulfilled' && one.value?.['id'] !== undefined);
    expect(queued).toHaveLength(1);
    expect(sink!.taken).toHaveLength(3);
  });

  it('do not go to a round that is not open then', async () => {
    await start([ANN]);
    const { audienceHash } = await lead.preview();
    const late = await lead.send('invitation', { audienceHash, sendAt: '2099-02-01T00:00:00.000Z' });
    expect(late['problems']).toEqual([{ code: 'ROUND_NOT_OPEN', field: 'sendAt' }]);
  });

  it('remind only where nobody has answered, asked again when each mail is sent; first links go on working', async () => {
    await start([ANN, BOB, CAT]);
    await lead.send();
    await work();
    const first = tokensIn(mailsTo('bob@example.org')[0]!.text)[0]!;
    // While the reminders wait for their time, Oldham answers by Bob's first link.
    expect(await lead.send('reminder', { sendAt: inMinutes(60) })).toMatchObject({
      state: 'scheduled',
      queued: 4,
    });
    expect((await team(first).submit(withoutInReach('RW603'))).problems).toEqual([]);
    clock.set(inMinutes(61));
    await work();
    expect((await lead.mailings())[0]).toMatchObject({ kind: 'reminder', sent: 2, dropped: 2 });
    expect(mailsTo('bob@example.org')).toHaveLength(1);
    expect(mailsTo('cat@example.org')).toHaveLength(2);
    const [old, anew] = mailsTo('cat@example.org').map(({ text }) => tokensIn(text)[0]!);
    expect(anew).not.toBe(old);
    for (const token of [old!, anew!]) expect((await team(token).open()).status).toBe(302);
    expect((await invitations()).map(({ remindersSent }) => remindersSent ?? 0).sort()).toEqual([0, 0, 1, 1]);
    expect(await lead.preview('reminder')).toMatchObject({ mails: 2 });
  });

  it('go on asking a hospital for the views that nobody has given, also when the answer comes at the last moment', async () => {
    await start(['dan@example.org,,,']);
    const iapt = await lead.list('IAPT leads', '2027', 'iapt');
    const liaison = await lead.list('Liaison leads', '2027', 'liaison');
    await lead.imports(iapt, contactCsv('ian@example.org,,,RW603', 'ina@example.org,,,RW603'));
    await lead.imports(liaison, contactCsv('lee@example.org,,,RW603', 'liz@example.org,,,RW603'));
    await lead.send('invitation', { listIds: [iapt, liaison] });
    await work();
    expect(await lead.send('reminder', { sendAt: inMinutes(60) })).toMatchObject({ queued: 4 });
    const token = tokensIn(mailsTo('lee@example.org')[0]!.text)[0]!;
    await team(token).submit(withoutInReach('RW603', { perspective: ['liaison'] }));
    clock.set(inMinutes(61));
    await work();
    expect((await lead.mailings())[0]).toMatchObject({ kind: 'reminder', sent: 2, dropped: 2 });
    for (const [to, mails] of Object.entries({ ian: 2, ina: 2, lee: 1, liz: 1 }))
      expect(mailsTo(`${to}@example.org`), to).toHaveLength(mails);
    const again = await lead.preview('reminder');
    expect(again).toMatchObject({ mails: 2, leftOutCount: 3 });
    const other = tokensIn(mailsTo('ian@example.org')[0]!.text)[0]!;
    await team(other).submit(withoutInReach('RW603', { perspective: ['iapt'] }));
    expect(await lead.preview('reminder')).toMatchObject({ mails: 0, leftOutCount: 5 });
  });

  it('thank by a copy of the answers, where the round wants it, to whom the link was sent and to nobody else', async () => {
    await start([ANN, BOB]);
    await lead.send();
    await work();
    const [first, second] = mailsTo('ann@example.org').map(({ text }) => tokensIn(text)[0]!);
    await team(first!).submit(withoutInReach('RW603'));
    await work();
    expect(sink!.taken).toHaveLength(3);
    expect((await lead.thanks(true, 'no way out'))['problems']).toEqual([
      { code: 'MISSING_PLACEHOLDER', field: 'body' },
    ]);
    expect(await lead.thanks(true)).toMatchObject({ state: 'on' });
    await team(second!).submit(withInReach('RJ122', { comments: ['xylophone'] }));
    const stored = await server.reader.getRepository(OutboxMessage).findBy({ kind: 'thanks' });
    expect(stored).toHaveLength(1);
    expect(stored[0]?.body).not.toContain('xylophone');
    await work();
    const [thanks, ...more] = sink!.taken.slice(3);
    expect(more).toEqual([]);
    expect(thanks?.recipient).toBe('ann@example.org');
    expect(thanks?.text).toContain('xylophone');
    expect(thanks?.text).toContain('60 out of 100');
  });

  it('note what came back, and write to that address no more until it is changed', async () => {
    await start([BOB, CAT], { refuses: (to) => (to.startsWith('bob') ? '550 No such person' : '') });
    await lead.send();
    await work();
    expect((await lead.mailings())[0]).toMatchObject({ sent: 1, bounced: 1 });
    expect((await invitations()).map(({ state }) => state).sort()).toEqual(['bounced', 'sent']);
    expect((await lead.preview('reminder'))['leftOut']).toMatchObject([
      { email: 'bob@example.org', reason: 'bounced' },
    ]);
    const { data } = await lead.ask(
      'query ($roundId: ID!) { tracker(roundId: $roundId) { england { invited opened bounced } } }',
    );
    expect(data?.['tracker'].england).toEqual({ invited: 2, opened: 0, bounced: 1 });
  });

  it('count a link as opened once it was, and never change anything else by it', async () => {
    await start([BOB]);
    await lead.send();
    await work();
    const [token = ''] = tokensIn(mailsTo('bob@example.org')[0]!.text);
    await team(token).open();
    const before = await rowCounts(server);
    await team(token).open();
    await team('A'.repeat(22)).open();
    expect(await rowCounts(server)).toEqual(before);
    const { data } = await lead.ask(
      'query ($roundId: ID!) { tracker(roundId: $roundId) { england { opened } } }',
    );
    expect(data?.['tracker'].england.opened).toBe(1);
  });

  it('stop for whoever presses the button of their link; opening it, or an unknown one, changes nothing', async () => {
    await start([BOB, CAT]);
    await lead.send();
    await work();
    const [, stop = ''] = tokensIn(mailsTo('bob@example.org')[0]!.text);
    const before = await rowCounts(server);
    const pages = await Promise.all(
      [stop, 'A'.repeat(22), 'x'].map(async (token) => {
        const page = await server.get(`/opt-out/${token}`);
        return [page.status, (await page.text()).replaceAll(token, 'TOKEN')];
      }),
    );
    expect(pages[1]).toEqual(pages[0]);
    expect(await (await press('A'.repeat(22))).text()).toContain('You get no more mail from us');
    expect(await rowCounts(server)).toEqual(before);
    expect((await press(stop)).status).toBe(201);
    expect((await press(stop)).status).toBe(201);
    expect((await lead.contacts('only: opted_out')).map(({ email }) => email)).toEqual(['bob@example.org']);
    const reminder = await lead.preview('reminder');
    expect(reminder['recipients'].map(({ email }: { email: string }) => email)).toEqual(['cat@example.org']);
    // What they asked for themselves nobody else takes back; they can.
    const back = await lead.ask(
      'mutation ($roundId: ID!, $id: ID!) { setOptOut(roundId: $roundId, id: $id, optedOut: false) { id } }',
      { id: await lead.idOf('bob@example.org') },
    );
    expect(back.errors?.[0]?.extensions['code']).toBe('CONFLICT');
    await press(stop, 'mail-again');
    expect(await lead.preview('reminder')).toMatchObject({ mails: 2 });
  });

  it('do not reach somebody who opts out or is erased while their mail waits', async () => {
    await start([BOB, CAT, ANN]);
    await lead.send('invitation', { sendAt: inMinutes(60) });
    for (const [email, mutation] of [
      ['bob@example.org', 'setOptOut(roundId: $roundId, id: $id, optedOut: true) { id }'],
      ['cat@example.org', 'eraseContact(roundId: $roundId, id: $id)'],
    ] as const)
      await lead.ask(`mutation ($roundId: ID!, $id: ID!) { ${mutation} }`, { id: await lead.idOf(email) });
    clock.set(inMinutes(61));
    await work();
    expect([...sink!.perRecipient]).toEqual([['ann@example.org', 2]]);
    expect(await invitations()).toHaveLength(2);
  });

  it('can be paused, resumed and cancelled; who was not reached can be invited again', async () => {
    await start([BOB, CAT]);
    const { id } = await lead.send('invitation', { sendAt: inMinutes(60) });
    expect(await lead.control(id, 'pause')).toMatchObject({ state: 'paused', held: 2 });
    clock.set(inMinutes(61));
    await work();
    expect(sink!.taken).toEqual([]);
    expect(await lead.control(id, 'resume')).toMatchObject({ state: 'sending', queued: 2 });
    expect(await lead.control(id, 'cancel')).toMatchObject({ state: 'cancelled', dropped: 2 });
    expect(await lead.control(id, 'resume')).toEqual({ code: 'CONFLICT' });
    expect(await invitations()).toEqual([]);
    expect(await lead.send()).toMatchObject({ number: 2, recipients: 2 });
    await work();
    expect(sink!.taken).toHaveLength(2);
  });

  it('of a synthetic round say so in every mail', async () => {
    await start([BOB]);
    const demo = new ContactLead(
      server,
      await colleague(server, 'second', grant('survey_lead')),
      'demo-2026',
    );
    await demo.imports(
      await demo.list('Demo'),
      contactCsv('dan@example.org,,,"RW603 RJ122 RWA01 RGT01 RR801"'),
    );
    const round = await server.app.get(RoundService).get('demo-2026');
    expect(round.kind).toBe('synthetic');
    const { example } = await demo.preview();
    expect(example.subject).toMatch(/^SYNTHETIC: About DEMO /);
    expect(example.body).toMatch(/^SYNTHETIC: /);
  });

  it('leave an audit trail without an address, and one event for each message', async () => {
    await start([BOB, CAT]);
    await lead.send();
    await work();
    const events = await server.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } });
    expect(events.filter(({ action }) => action === 'mailing.queued')).toHaveLength(1);
    const sent = events.filter(({ action }) => action === 'mail.sent');
    expect(new Set(sent.map(({ entityId }) => entityId)).size).toBe(2);
    expect(JSON.stringify(events)).not.toContain('@');
  });
});

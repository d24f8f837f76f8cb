import { afterEach, describe, expect, it } from 'vitest';

import { LINK_MARK, OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxService } from '../../server/src/outbox/outbox.service.js';
import { MOST_IN_FLIGHT, OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { startBuilt } from '../support/built-server.js';
import { colleague, grant } from '../support/colleagues.js';
import { MailSink } from '../support/mail-sink.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('the outbox', () => {
  const clock = new TestClock();
  let place: Place;
  let sink: MailSink | undefined;
  let server: TestServer | undefined;

  afterEach(async () => {
    clock.release();
    await server?.stop();
    await sink?.close();
    await place.remove();
    server = sink = undefined;
  });

  /** The product with this mail server; '' for none. */
  const start = async (options?: Parameters<typeof MailSink.open>[0]): Promise<TestServer> => {
    place = await copyOfTemplate();
    sink = await MailSink.open(options);
    server = await startAt(place, sink.env, { clock });
    return server;
  };
  const queue = (
    to: TestServer,
    count: number,
    change: { kind?: string; sendAt?: string; body?: string } = {},
  ) =>
    to.unitOfWork.run(SYSTEM, (unit) =>
      to.app.get(OutboxService).enqueue(
        unit,
        ...Array.from({ length: count }, (_, at) => ({
          kind: 'welcome',
          template: 'test-1',
          subjectId: `subject-${at}`,
          roundId: '',
          dedupeKey: `test:${at}`,
          recipient: `team-${at}@example.org`,
          subject: 'A test',
          body: 'Dear team',
          ...change,
        })),
      ),
    );
  const work = (from: TestServer) => from.app.get(OutboxWorker).runOnce();
  const messages = (from: TestServer) => from.reader.getRepository(OutboxMessage).find();
  const only = async (from: TestServer) => (await messages(from))[0]!;
  /** Works until nothing is in hand any more. */
  const settled = async (from: TestServer): Promise<void> => {
    await work(from);
    // The worker goes on by itself once a second: behind it, if it takes messages up at this very moment.
    await from.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.query('UPDATE outbox_message SET state = state'),
    );
    await expect
      .poll(async () => (await messages(from)).filter(({ state }) => state === 'sending').length)
      .toBe(0);
  };

  it('sends each message once, to the address it is for, and writes down that it did', async () => {
    const from = await start();
    await queue(from, 120);
    await Promise.all([work(from), work(from), work(from)]);
    await settled(from);
    expect([...sink!.perRecipient.values()]).toEqual(Array.from({ length: 120 }, () => 1));
    const sent = await messages(from);
    expect(
      sent.every(({ state, attempts, sentAt }) => state === 'sent' && attempts === 1 && sentAt !== null),
    ).toBe(true);
    const events = await from.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'mail.sent' }, order: { seq: 'ASC' } });
    expect(new Set(events.map(({ entityId }) => entityId)).size).toBe(120);
  });

  it('queues a key once, in one call, in two, and after it was sent', async () => {
    const from = await start();
    expect(await queue(from, 3)).toBe(3);
    expect(await queue(from, 5)).toBe(2);
    await settled(from);
    expect(await queue(from, 5)).toBe(0);
    expect(sink!.taken).toHaveLength(5);
  });

  it('queues nothing when what it is about was not stored', async () => {
    const from = await start();
    const failing = from.unitOfWork.run(SYSTEM, async (unit) => {
      await from.app.get(OutboxService).enqueue(unit, {
        kind: 'welcome',
        template: 'test-1',
        subjectId: 's',
        roundId: '',
        dedupeKey: 'rolled-back',
        recipient: 'a@example.org',
        subject: 'x',
        body: 'x',
      });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await messages(from)).toEqual([]);
  });

  it('holds a message back until its time', async () => {
    const from = await start();
    await queue(from, 1, { sendAt: minutesFromNow(60) });
    await settled(from);
    expect(sink!.taken).toEqual([]);
    clock.set(minutesFromNow(61));
    await settled(from);
    expect(sink!.taken).toHaveLength(1);
  });

  it('writes a refusal for good down as a bounce, with the words of the mail server, and tries no more', async () => {
    const from = await start({ refuses: () => '550 No such person here' });
    await queue(from, 1);
    await settled(from);
    const bounced = await only(from);
    expect(bounced).toMatchObject({ state: 'bounced', attempts: 1, sentAt: null });
    expect(bounced.reason).toContain('No such person here');
    clock.set(minutesFromNow(600));
    await settled(from);
    expect(await only(from)).toMatchObject({ state: 'bounced', attempts: 1 });
  });

  it('tries again after a refusal for now, each time later, and gives up after five attempts', async () => {
    const from = await start({ refuses: () => '451 Come back later' });
    await queue(from, 1);
    const waits: number[] = [];
    let now = Date.now();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      clock.set(new Date(now).toISOString());
      await settled(from);
      const { state, attempts, leasedUntil } = await only(from);
      expect([state, attempts]).toEqual([attempt < 5 ? 'queued' : 'failed', attempt]);
      if (attempt === 5) break;
      waits.push(Date.parse(leasedUntil) - now);
      // A moment too early nothing happens.
      clock.set(new Date(Date.parse(leasedUntil) - 1).toISOString());
      await settled(from);
      expect((await only(from)).attempts).toBe(attempt);
      now = Date.parse(leasedUntil);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[3]! / waits[0]!).toBeGreaterThan(10);
  });

  it('keeps mail through an outage of the mail server, however long, and counts no attempt', async () => {
    const from = await start();
    const { env } = sink!;
    await sink!.close();
    await queue(from, 30);
    for (let hour = 0; hour < 30; hour += 1) {
      clock.set(minutesFromNow(hour * 60));
      await settled(from);
    }
    const waiting = async (): Promise<number> =>
      (await messages(from)).filter(({ state, attempts }) => state === 'queued' && attempts === 0).length;
    await expect.poll(waiting).toBe(30);
    await from.stop();
    sink = await MailSink.open();
    expect(sink.env).not.toEqual(env);
    server = await startAt(place, sink.env, { clock });
    clock.set(minutesFromNow(30 * 60));
    await settled(server);
    expect(sink.taken).toHaveLength(30);
  });

  it('does not send again what a mail server took before it hung up: that is for people to decide', async () => {
    const from = await start({ hangsUpOn: (recipient) => recipient === 'team-0@example.org' });
    await queue(from, 1);
    await settled(from);
    expect((await only(from)).state).toBe('in_doubt');
    clock.set(minutesFromNow(600));
    await settled(from);
    expect(sink!.taken).toHaveLength(1);
    const administrator = await colleague(from, 'admin', grant('administrator'));
    const { data } = await administrator.ask('mutation ($id: ID!) { sendAgain(id: $id) { state } }', {
      id: (await only(from)).id,
    });
    expect(data?.['sendAgain'].state).toBe('queued');
    await settled(from);
    expect(sink!.taken).toHaveLength(2);
    // The same Message-ID, so that a mailbox can tell.
    expect(new Set(sink!.taken.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('sends all in doubt again when a person who saw how many says so, with one event', async () => {
    const from = await start({ hangsUpOn: (recipient) => recipient.startsWith('team-') });
    await queue(from, 3);
    await settled(from);
    const administrator = await colleague(from, 'admin-2', grant('administrator'));
    const sendAll = async (person: Pick<typeof administrator, 'ask'>, expected: number) => {
      const { data, errors } = await person.ask(
        'mutation ($n: Int!) { sendAllInDoubt(roundId: "", expected: $n) }',
        { n: expected },
      );
      return errors?.[0]?.extensions['code'] ?? data?.['sendAllInDoubt'];
    };
    const states = async () =>
      (await from.reader.getRepository(OutboxMessage).find()).map(({ state }) => state);
    const doubted = (await states()).filter((state) => state === 'in_doubt').length;
    expect(doubted).toBe(3);
    expect(await sendAll(administrator, 2)).toBe('CONFLICT');
    expect((await states()).filter((state) => state === 'in_doubt')).toHaveLength(3);
    expect(await sendAll(administrator, 3)).toBe(3);
    const events = await from.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'mail.all-queued-again' }, order: { seq: 'ASC' } });
    expect(events.map(({ entity, detail }) => [entity, detail])).toEqual([['outbox', { mails: 3 }]]);
    await settled(from);
    const teams = [...sink!.perRecipient].filter(([recipient]) => recipient.startsWith('team-'));
    expect(teams.map(([, mails]) => mails)).toEqual([2, 2, 2]);
    const coder = await colleague(from, 'coder-2', grant('coder'));
    expect(await sendAll(coder, 3)).toBe('FORBIDDEN');
  });

  it('shows people first what they must decide about, however much mail is newer', async () => {
    const from = await start({ hangsUpOn: (recipient) => recipient === 'team-0@example.org' });
    await queue(from, 1);
    await settled(from);
    clock.set(minutesFromNow(600));
    // For later, or the worker could have sent them by the time that somebody looks.
    await queue(from, 4, { sendAt: minutesFromNow(6000) });
    const administrator = await colleague(from, 'admin', grant('administrator'));
    const { data } = await administrator.ask('{ outbox(take: 2) { messages { recipient state } } }');
    expect(data?.['outbox'].messages).toEqual([
      { recipient: 'team-0@example.org', state: 'in_doubt' },
      { recipient: expect.any(String) as string, state: 'queued' },
    ]);
  });

  it('makes a secret link when it sends, drops what is not wanted any more, and tells who queued it', async () => {
    const from = await start();
    const told: string[] = [];
    from.app.get(OutboxService).register({
      name: 'test',
      prepare: (_unit, { subjectId }) =>
        Promise.resolve(
          subjectId === 'subject-1'
            ? { send: false, reason: 'Somebody has answered.' }
            : { send: true, link: `https://atlas.example/$&/${subjectId}` },
        ),
      settled: (_unit, { subjectId }, state) => Promise.resolve(void told.push(`${subjectId} ${state}`)),
    });
    await queue(from, 2, { kind: 'test', body: `Here: ${LINK_MARK}` });
    await settled(from);
    expect(sink!.taken.map(({ text }) => text.trim())).toEqual(['Here: https://atlas.example/$&/subject-0']);
    expect(told.sort()).toEqual(['subject-0 sent', 'subject-1 dropped']);
    const dropped = (await messages(from)).find(({ subjectId }) => subjectId === 'subject-1');
    expect(dropped).toMatchObject({ state: 'dropped', reason: 'Somebody has answered.' });
    expect(JSON.stringify(await messages(from))).not.toContain('atlas.example/$');
  });

  it('keeps mail on screen where there is no mail server', async () => {
    place = await copyOfTemplate();
    server = await startAt(place);
    await queue(server, 2);
    await work(server);
    const lead = await colleague(server, 'lead', grant('survey_lead'));
    const { data } = await lead.ask(
      '{ outbox { sends messages { recipient body state } counts { state count } } }',
    );
    expect(data?.['outbox'].sends).toBe(false);
    expect(data?.['outbox'].messages).toHaveLength(2);
    expect(data?.['outbox'].messages[0]).toMatchObject({ body: 'Dear team', state: 'queued' });
    expect(data?.['outbox'].counts).toContainEqual({ state: 'queued', count: 2 });
  });

  it('killed in the middle: nobody gets two, nobody is forgotten', async () => {
    const COUNT = 8 * MOST_IN_FLIGHT;
    place = await copyOfTemplate();
    sink = await MailSink.open({ delay: 15 });
    const quiet = await startAt(place);
    await queue(quiet, COUNT);
    await quiet.stop();
    const killed = await startBuilt({ ...place, env: { ...place.env, ...sink.env } });
    await expect.poll(() => sink!.taken.length, { interval: 5 }).toBeGreaterThan(COUNT / 4);
    await killed.kill();
    const lastLease = minutesFromNow(5);
    expect(sink.taken.length).toBeLessThan(COUNT);

    // The next worker goes on with what was not taken up; the lease of the rest has not run out yet.
    server = await startAt(place, sink.env, { clock });
    await work(server);
    // Leases of the one that works now end after those of the killed one; what it has in hand comes to its end first.
    const isOpen = ({ state, leasedUntil }: OutboxMessage): boolean =>
      state === 'queued' || (state === 'sending' && leasedUntil > lastLease);
    await expect.poll(async () => (await messages(server!)).filter(isOpen).length).toBe(0);
    clock.set(minutesFromNow(10));
    await settled(server);
    const all = await messages(server);
    const inDoubt = all.filter(({ state }) => state === 'in_doubt');
    expect(all.filter(({ state }) => state === 'sent').length + inDoubt.length).toBe(COUNT);
    // At most what one worker can have taken up without having written down what came of it: waiting for its turn,
    // being handed over, or taken by the mail server already. Each is named to the lead.
    expect(inDoubt.length).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    // What is written down as sent did arrive, and what arrived is written down or in doubt; once each.
    const { perRecipient } = sink;
    expect([...perRecipient.values()].filter((times) => times !== 1)).toEqual([]);
    const missing = all.filter(({ recipient }) => !perRecipient.has(recipient));
    expect(missing.filter(({ state }) => state !== 'in_doubt')).toEqual([]);

    const administrator = await colleague(server, 'admin', grant('administrator'));
    for (const { id } of missing)
      await administrator.ask('mutation ($id: ID!) { sendAgain(id: $id) { id } }', { id });
    await settled(server);
    expect(sink.perRecipient.size).toBe(COUNT);
    expect([...sink.perRecipient.values()].filter((times) => times !== 1)).toEqual([]);
  });
});

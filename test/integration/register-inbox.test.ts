import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { RegisterCorrections } from '../../server/src/commissioning/register/register-corrections.service.js';
import {
  RegisterContact,
  RegisterCorrection,
  RegisterSender,
} from '../../server/src/commissioning/register/register-inbox.entity.js';
import { MESSAGE_LIMIT } from '../../server/src/commissioning/register/register-limit.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { newId } from '../../server/src/platform/ids.js';
import { colleague, grant } from '../support/colleagues.js';
import { thePublic, theSurveyLead } from '../support/people.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const NOW = '2026-02-01T09:00:00.000Z';
const WORDS = 'The quince team has moved to another building.';

describe('what comes to the service register', () => {
  let server: TestServer;
  let keeper: RegisterKeeper;
  let reader: RegisterKeeper;
  const clock = new TestClock();
  beforeAll(async () => {
    clock.set(NOW);
    server = await startServer({}, { clock });
    keeper = new RegisterKeeper(await theSurveyLead(server));
    reader = new RegisterKeeper(thePublic(server));
  });
  afterAll(() => server.stop());

  /** Lets the hour of the limit go by. */
  let hours = 0;
  const later = () => clock.set(new Date(Date.parse(NOW) + (hours += 2) * 3_600_000).toISOString());
  const mails = (kind: string) => server.reader.getRepository(OutboxMessage).findBy({ kind });

  it('proposes public facts of real rounds, none of the synthetic one, and enters nothing by itself', async () => {
    const { proposals } = await keeper.inbox();
    const oldham = proposals.find(({ odsCode }: any) => odsCode === 'RW603');
    expect(oldham).toMatchObject({ key: '2017-18:RW603:in_reach', confirmedOn: '2018-01-01' });
    expect(proposals.filter(({ key }: any) => key.startsWith('demo-2026'))).toEqual([]);
    expect((await (await server.get('/open/v1/services.json')).json()).services).toEqual([]);
  });

  it('takes a proposal over once: as old as the answers, so faded, and with a status that is not known', async () => {
    const key = '2017-18:RW603:in_reach';
    const both = await Promise.all([
      keeper.decideProposal(key, 'confirmed'),
      keeper.decideProposal(key, 'confirmed'),
    ]);
    expect(both.filter(({ said }) => said !== undefined)).toHaveLength(1);
    expect(both.flatMap(({ problems = [] }) => problems)).toMatchObject([{ code: 'ALREADY_DECIDED' }]);
    const { services } = await (await server.get('/open/v1/services.json?hospital=RW603')).json();
    expect(services).toMatchObject([
      { kind: 'iapt_ltc', status: null, hospitals: [{ odsCode: 'RW603', how: 'in_reach', age: 'faded' }] },
    ]);
    expect(services[0].hospitals[0].source).toMatch(/^release of a survey round: .*release 1$/);
    expect((await keeper.inbox()).proposals.map((each: any) => each.key)).not.toContain(key);
  });

  it('takes one into a service that is there, on its revision, and keeps what was declined declined', async () => {
    const [first, second] = (await keeper.inbox()).proposals;
    const { id } = await keeper.save({
      name: 'Unreal Known',
      deliveries: [{ odsCode: 'RH801', how: 'on_site' }],
    });
    const into = { serviceId: id, expectedRevision: 0 };
    expect(await keeper.decideProposal(first.key, 'confirmed', into)).toEqual({ error: 'CONFLICT' });
    await keeper.decideProposal(first.key, 'confirmed', { ...into, expectedRevision: 1 });
    const { hospitals } = await (await server.get(`/open/v1/services/${id}`)).json();
    expect(hospitals.map(({ odsCode }: any) => odsCode)).toContain(first.odsCode);
    expect(await keeper.decideProposal(second.key, 'declined')).toMatchObject({
      problems: [{ field: 'reason' }],
    });
    await keeper.decideProposal(second.key, 'declined', { reason: 'It has ended since.' });
    expect(await keeper.decideProposal(second.key, 'confirmed')).toMatchObject({
      problems: [{ code: 'ALREADY_DECIDED' }],
    });
  });

  it('takes a correction from anybody into a queue; the public never reads it', async () => {
    expect(await reader.correct(WORDS, { odsCode: 'RW603', email: 'reader@example.org' })).toHaveProperty(
      'said',
    );
    const { corrections } = await keeper.inbox();
    expect(corrections).toMatchObject([{ odsCode: 'RW603', text: WORDS, wantsAnswer: true }]);
    expect(JSON.stringify(corrections)).not.toContain('reader@example.org');
    expect(await reader.inbox()).toEqual({ error: 'FORBIDDEN' });
    expect(await (await server.get('/open/v1/services.json')).text()).not.toContain('quince');
    const events = await server.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } });
    expect(JSON.stringify(events)).not.toMatch(/quince|reader@example/);
  });

  it.each([
    ['too little text', 'x', {}, 'text'],
    ['an address that is none', WORDS, { email: 'nobody' }, 'email'],
    ['a hospital that nobody knows', WORDS, { odsCode: 'ZZ9' }, 'odsCode'],
  ])('refuses %s', async (_what, text, more, field) => {
    expect(await reader.correct(text, more)).toMatchObject({ problems: [{ field }] });
  });

  it('keeps nothing of a program that fills in every box, and tells it the same', async () => {
    later();
    const before = (await keeper.inbox()).corrections.length;
    expect(await reader.correct(WORDS, { website: 'http://spam.example' })).toHaveProperty('said');
    expect((await keeper.inbox()).corrections).toHaveLength(before);
  });

  it('answers who asked for it once, and erases the address with the decision', async () => {
    const [{ id }] = (await keeper.inbox()).corrections;
    expect(await keeper.decideCorrection(id, 'declined')).toMatchObject({ problems: [{ field: 'reason' }] });
    await keeper.decideCorrection(id, 'declined', 'It is still in the old building.');
    expect(await keeper.decideCorrection(id, 'accepted')).toEqual({ error: 'CONFLICT' });
    expect(await server.reader.getRepository(RegisterSender).find()).toEqual([]);
    expect(await mails('correction_answer')).toMatchObject([
      { recipient: 'reader@example.org', body: expect.stringContaining('still in the old building') },
    ]);
  });

  it('passes a question on, and shows the address of the team to nobody', async () => {
    later();
    const { id } = await keeper.save({ name: 'Unreal Askable' });
    const canBeAsked = async () => {
      const { data } = await thePublic(server).ask(`{ registerService(id: "${id}") { canBeAsked } }`);
      return data?.['registerService'].canBeAsked;
    };
    expect(await canBeAsked()).toBe(false);
    expect(await reader.ask(id, WORDS, 'reader@example.org')).toMatchObject({
      problems: [{ code: 'CANNOT_BE_ASKED' }],
    });
    await keeper.setAddress(id, 'unreal-team@example.org');
    expect(await canBeAsked()).toBe(true);
    expect(await reader.ask(id, WORDS, '')).toMatchObject({ problems: [{ field: 'email' }] });
    const answer = await reader.ask(id, WORDS, 'reader@example.org');
    expect(JSON.stringify(answer)).not.toContain('unreal-team');
    const [mail] = await mails('team_question');
    expect(mail).toMatchObject({ recipient: 'unreal-team@example.org' });
    expect(mail?.body).toContain('reader@example.org');
    const all = await (await server.get('/open/v1/services.json')).text();
    expect(all).not.toMatch(/unreal-team|reader@example/);
    await keeper.setAddress(id, '');
    expect(await server.reader.getRepository(RegisterContact).find()).toEqual([]);
    expect(await canBeAsked()).toBe(false);
  });

  it('takes so many messages from one place within an hour and no more', async () => {
    later();
    for (let at = 0; at < MESSAGE_LIMIT.perAddress; at += 1) await reader.correct('x');
    expect(await reader.correct(WORDS)).toEqual({ error: 'TOO_MANY_REQUESTS' });
    later();
    expect(await reader.correct(WORDS)).toHaveProperty('said');
  });

  it('shows who keeps one hospital what concerns it, and nothing else', async () => {
    await reader.correct('Something about the other hospital.', { odsCode: 'RH801' });
    const person = await colleague(server, 'oldham', grant('site_lead', { kind: 'hospital', id: 'RW603' }));
    const { corrections, proposals } = await new RegisterKeeper(person).inbox();
    expect(corrections).toEqual([]);
    expect(proposals.filter(({ odsCode }: any) => odsCode !== 'RW603')).toEqual([]);
    const [other] = (await keeper.inbox()).corrections.filter(({ odsCode }: any) => odsCode === 'RH801');
    expect(await new RegisterKeeper(person).decideCorrection(other.id, 'accepted')).toEqual({
      error: 'NOT_FOUND',
    });
  });

  it('gives the queue in pages, however much waits', async () => {
    const { correctionsWaiting: before } = await keeper.inbox();
    const many = 1200;
    await server.unitOfWork.run({ id: 'test' }, async ({ manager }) => {
      for (let at = 0; at < many; at += 1)
        await manager.insert(RegisterCorrection, {
          id: newId(),
          serviceId: null,
          odsCode: at % 2 === 0 ? 'RW603' : 'RH801',
          text: `Unreal correction ${at}`,
          state: 'waiting',
          reason: '',
          createdAt: new Date(Date.parse('2026-03-01T09:00:00.000Z') + at).toISOString(),
          decidedAt: null,
          decidedBy: null,
        });
    });
    const first = await keeper.inbox();
    expect([first.correctionsWaiting, first.corrections.length]).toEqual([before + many, 25]);
    const last = await keeper.inbox({ offset: before + many - 10, limit: 100 });
    expect(last.corrections.map(({ text }: any) => text)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Unreal correction ${many - 10 + at}`),
    );
    const person = await colleague(
      server,
      'oldham-pages',
      grant('site_lead', { kind: 'hospital', id: 'RW603' }),
    );
    const own = await new RegisterKeeper(person).inbox({ limit: 100 });
    expect(own.correctionsWaiting).toBeGreaterThanOrEqual(many / 2);
    expect(new Set(own.corrections.map(({ odsCode }: any) => odsCode))).toEqual(new Set(['RW603']));
    for (const page of [{ limit: 101 }, { limit: 0 }, { offset: -1 }])
      expect(await keeper.inbox(page)).toEqual({ error: 'BAD_INPUT' });
  });

  it('says of all services of a page with one question whether their teams can be asked', async () => {
    const ids: string[] = [];
    for (const name of ['Unreal One', 'Unreal Two', 'Unreal Three', 'Unreal Four'])
      ids.push((await keeper.save({ name })).id);
    await keeper.setAddress(ids[1]!, 'unreal-two@example.org');
    const asked = vi.spyOn(server.reader.getRepository(RegisterContact), 'find');
    const { data } = await thePublic(server).ask(
      '{ registerServices(limit: 100) { services { id canBeAsked } } }',
    );
    const services: { id: string; canBeAsked: boolean }[] = data?.['registerServices'].services;
    expect(services.filter(({ canBeAsked }) => canBeAsked).map(({ id }) => id)).toEqual([ids[1]]);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('erases words and addresses after 180 days, decided or not', async () => {
    await reader.correct(WORDS, { email: 'late@example.org' });
    const service = server.app.get(RegisterCorrections);
    expect(await service.eraseOld()).toBe(0);
    clock.set('2026-09-01T09:00:00.000Z');
    expect(await service.eraseOld()).toBeGreaterThan(0);
    const rows = await server.reader.getRepository(RegisterCorrection).find();
    expect(rows.map(({ text }) => text).join('')).toBe('');
    expect(rows.filter(({ state }) => state === 'waiting')).toEqual([]);
    expect(await server.reader.getRepository(RegisterSender).find()).toEqual([]);
    expect(await service.eraseOld()).toBe(0);
  });
});

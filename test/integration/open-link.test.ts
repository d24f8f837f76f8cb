import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { FurtherLinkService } from '../../server/src/fieldwork/further-link.service.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { OPEN_LINK_LIMIT } from '../../server/src/fieldwork/open-link-limit.js';
import { Response as ResponseRow } from '../../server/src/fieldwork/response.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { byPage, givenLink, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { OpenLinkVisitor, tokenIn } from '../support/open-link-visitor.js';
import { LiaisonTeam, type Person, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const HOSPITAL = 'RW603';
const FIELDS =
  '__typename ... on OpenLink { id name url isOn opened started submitted } ... on OpenLinkRefused { problems { code field } }';

describe('an open link', () => {
  const clock = new TestClock();
  let sink: MailSink;
  let server: TestServer;
  let lead: Person;
  beforeAll(async () => {
    sink = await MailSink.open();
    server = await startServer({ CLIENT_DIR: undefined, ...sink.env }, { clock });
    lead = await theSurveyLead(server);
  });
  afterEach(() => clock.release());
  afterAll(async () => {
    await server.stop();
    await sink.close();
  });

  const create = async (name: string, roundId = 'demo-2026', label = `The list ${name}`) => {
    const { data } = await lead.ask(
      `mutation ($input: CreateOpenLinkInput!) { createOpenLink(input: $input) { ${FIELDS} } }`,
      { input: { roundId, name, label } },
    );
    return data?.['createOpenLink'];
  };
  const turn = (id: string, on: boolean) =>
    lead.ask('mutation ($id: ID!, $on: Boolean!) { switchOpenLink(id: $id, on: $on) { isOn } }', { id, on });
  const list = async (name: string, roundId = 'demo-2026'): Promise<OpenLinkVisitor> => {
    const made = await create(name, roundId);
    expect(made.__typename).toBe('OpenLink');
    return new OpenLinkVisitor(server, new URL(made.url).pathname);
  };
  const teamOf = async (token: string): Promise<LiaisonTeam> => {
    const link = await server.reader.getRepository(Invitation).findOneByOrFail({ tokenHash: sha256(token) });
    return new LiaisonTeam(server, { token, invitationId: link.id, odsCode: link.odsCode });
  };
  const formOf = async (token: string): Promise<ResponseRow> => (await (await teamOf(token)).stored())!;

  it('lists the hospitals of the round under all their names, and changes nothing when it is opened', async () => {
    const visitor = await list('names');
    const before = await rowCounts(server);
    const page = await visitor.open();
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(html).toContain(`<option value="${HOSPITAL}">`);
    expect(html).toContain('(listed as DEMO ');
    expect(html).toContain('My hospital is not in the list');
    expect(await rowCounts(server)).toEqual(before);
  });

  it('begins a form of its own for the chosen hospital, which counts as coming by open link', async () => {
    const visitor = await list('begin');
    const answer = await visitor.starts({ hospital: HOSPITAL });
    expect(answer.status).toBe(303);
    const location = answer.headers.get('location') ?? '';
    expect(location).toMatch(/^\/respond\/[\w-]{22}\/begun$/);
    const token = tokenIn(location);
    expect(wordsOf(await (await server.get(location)).text())).toContain(`/respond/${token}`);
    expect(await formOf(token)).toMatchObject({
      odsCode: HOSPITAL,
      mode: 'open_link',
      draftRevision: 1,
      revision: 0,
    });
    const team = await teamOf(token);
    expect(await team.submit(withoutInReach(HOSPITAL))).toMatchObject({ receipt: { revision: 1 } });
    expect(await formOf(token)).toMatchObject({ mode: 'open_link', revision: 1 });
  });

  it('begins one form when the button is pressed twice at once, and another when the page is opened again', async () => {
    const visitor = await list('twice');
    const key = await visitor.key();
    const before = (await rowCounts(server))['response']!;
    const tokens = await Promise.all([1, 2, 3].map(() => visitor.begins({ hospital: HOSPITAL, key })));
    expect(new Set(tokens).size).toBe(1);
    expect((await rowCounts(server))['response']).toBe(before + 1);
    expect(await visitor.begins({ hospital: HOSPITAL })).not.toBe(tokens[0]);
  });

  it('keeps name and town of a hospital that is not listed, for a person to match', async () => {
    const visitor = await list('not-listed');
    const token = await visitor.begins({
      hospital: 'other',
      otherName: 'Unreal Infirmary',
      otherTown: 'Nowhere',
    });
    const team = await teamOf(token);
    expect(await formOf(token)).toMatchObject({ odsCode: '', siteTextRaw: 'Unreal Infirmary, Nowhere' });
    const form = withoutInReach('other:Unreal Infirmary, Nowhere');
    for (const [page, fields] of byPage(form))
      if (page !== 'hospital') expect((await team.save(page, fields)).status, page).toBe(303);
    expect((await team.send()).headers.get('location')).toContain('/receipt');
    const { data } = await lead.ask('{ liveRound(id: "demo-2026") { waiting { id text } } }');
    expect(JSON.stringify(data?.['liveRound'].waiting)).toContain('unmatched');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no hospital', {}, 'Choose your hospital.'],
    ['a hospital of nowhere', { hospital: 'ZZZ99' }, 'no such hospital'],
    ['a name without a town', { hospital: 'other', otherName: 'Unreal' }, 'Enter the town'],
    ['a wrong address', { hospital: HOSPITAL, email: 'me' }, 'not an e-mail address'],
    ['a forged key', { hospital: HOSPITAL, key: '../../x' }, 'sent incomplete'],
  ])('refuses %s, says why and stores nothing', async (what, entries, words) => {
    const visitor = await list(`refused-${what.replace(/\W+/g, '-')}`);
    const before = await rowCounts(server);
    const answer = await visitor.starts(entries);
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain(words);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('gives one and the same page for a list that is unknown, switched off, or of a round that is closed', async () => {
    const off = await create('switched-off');
    await turn(off.id, false);
    await givenRound(server, 'over', { state: 'cleaning' });
    await create('late', 'over');
    const paths = [
      '/r/demo-2026/switched-off',
      '/r/over/late',
      '/r/demo-2026/nobody',
      '/r/nowhere/nobody',
      '/r/x',
      '/r',
    ];
    const unusable = await (await server.get('/respond/nobodys-token-nobodys-token')).text();
    for (const path of paths) {
      const shown = await server.get(path);
      expect([path, shown.status]).toEqual([path, 404]);
      expect(await shown.text(), path).toBe(unusable);
      const posted = await fetch(server.url + path, {
        method: 'POST',
        body: new URLSearchParams({ hospital: HOSPITAL }),
      });
      expect([path, posted.status]).toEqual([path, 404]);
    }
    await turn(off.id, true);
    expect((await server.get('/r/demo-2026/switched-off')).status).toBe(200);
  });

  it('goes on for forms that were begun before the list was switched off', async () => {
    const made = await create('ended');
    const token = await new OpenLinkVisitor(server, '/r/demo-2026/ended').begins({ hospital: HOSPITAL });
    await turn(made.id, false);
    const team = await teamOf(token);
    expect((await team.submit(withoutInReach(HOSPITAL))).receipt?.revision).toBe(1);
  });

  it('sends the way back by mail and keeps the address nowhere once it has gone', async () => {
    const email = 'quokka.wombat@example.org';
    const visitor = await list('by-mail');
    const answer = await visitor.starts({ hospital: HOSPITAL, email });
    expect(answer.headers.get('location')).toMatch(/\/begun\?mail=1$/);
    const token = tokenIn(answer.headers.get('location') ?? '');
    await expect
      .poll(async () => {
        await server.app.get(OutboxWorker).runOnce();
        return sink.taken.filter(({ recipient }) => recipient === email).length;
      })
      .toBe(1);
    const mail = sink.taken.find(({ recipient }) => recipient === email)!;
    expect(mail.subject).toContain('SYNTHETIC');
    const mailed = tokenIn(mail.text);
    expect(mailed).not.toBe('');
    expect(mailed).not.toBe(token);
    expect((await server.get(`/respond/${mailed}/role`)).status).toBe(200);
    await expect
      .poll(
        async () =>
          (await server.reader.getRepository(OutboxMessage).findBy({ state: 'sent', recipient: email }))
            .length,
      )
      .toBe(0);
    for (const { tableName } of server.reader.entityMetadatas) {
      const rows = JSON.stringify(await server.reader.query(`SELECT * FROM "${tableName}"`));
      expect(rows.includes('quokka'), tableName).toBe(false);
      expect(rows.includes(mailed) || rows.includes(token), tableName).toBe(false);
    }
  });

  it('erases an address that no mail server has taken within a week', async () => {
    const id = 'waits-for-ever';
    await server.unitOfWork.run(SYSTEM, (unit) =>
      unit.manager.insert(OutboxMessage, {
        id,
        kind: 'resume_link',
        template: 't',
        subjectId: 's',
        roundId: 'demo-2026',
        dedupeKey: id,
        recipient: 'numbat@example.org',
        subject: 's',
        body: 'b',
        state: 'queued',
        attempts: 0,
        leasedUntil: '2999-01-01T00:00:00.000Z',
        reason: '',
        createdAt: '2026-01-01T00:00:00.000Z',
        sentAt: null,
      }),
    );
    expect(await server.app.get(FurtherLinkService).eraseOldAddresses()).toBe(1);
    expect(await server.reader.getRepository(OutboxMessage).findOneByOrFail({ id })).toMatchObject({
      recipient: '',
      state: 'dropped',
    });
  });

  it('shows the yield of each list: forms begun, answered beyond the hospital, and sent', async () => {
    const visitor = await list('yield');
    const tokens = [];
    for (let each = 0; each < 3; each += 1) tokens.push(await visitor.begins({ hospital: HOSPITAL }));
    await (await teamOf(tokens[0]!)).save('role', { role: ['liaison_lead'] });
    await (await teamOf(tokens[1]!)).submit(withoutInReach(HOSPITAL));
    const { data } = await lead.ask('{ openLinks(roundId: "demo-2026") { name opened started submitted } }');
    expect(data?.['openLinks']).toContainEqual({ name: 'yield', opened: 3, started: 2, submitted: 1 });
  });

  it('is made once per name, with a name that can stand in an address, and not for a report', async () => {
    await create('only-one');
    expect((await create('only-one')).problems).toMatchObject([{ code: 'ALREADY_THERE', field: 'name' }]);
    expect((await create('a b')).problems).toMatchObject([{ code: 'BAD_LIST_NAME' }]);
    expect((await create('of-the-report', '2017-18')).problems).toMatchObject([{ code: 'NOT_POSSIBLE_NOW' }]);
  });

  it('lets an address begin only so many forms an hour; forms that are begun go on', async () => {
    const at = new Date(Date.now() + 7_200_000).toISOString();
    clock.set(at);
    const visitor = await list('many');
    const answers: number[] = [];
    for (let each = 0; each <= OPEN_LINK_LIMIT.perAddress; each += 1)
      answers.push((await visitor.starts({ hospital: HOSPITAL })).status);
    expect(answers.filter((status) => status === 303).length).toBeLessThanOrEqual(OPEN_LINK_LIMIT.perAddress);
    expect(answers.at(-1)).toBe(429);
    const team = new LiaisonTeam(server, await givenLink(server));
    expect((await team.save('role', { role: ['liaison_lead'] })).status).toBe(303);
  });

  it('writes down in the audit trail which list a form came by, and nothing of the person', async () => {
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'open-link.form-begun' }, order: { seq: 'ASC' } });
    expect(events.length).toBeGreaterThan(3);
    expect(new Set(events.map(({ actorId }) => actorId))).toEqual(new Set(['public']));
  });
});

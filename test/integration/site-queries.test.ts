import { afterEach, describe, expect, it } from 'vitest';

import { CleaningRetention } from '../../server/src/cleaning/cleaning-retention.service.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { type LiaisonTeam, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const EXETER = 'RH801';
const SITE = 'somebody@example.org';

describe('asking a site', () => {
  let server: TestServer | undefined;
  let sink: MailSink | undefined;
  /** Whose form says yes. */
  let teams: readonly LiaisonTeam[] = [];
  afterEach(async () => {
    await server?.stop();
    await sink?.close();
    server = sink = undefined;
  });

  /** Two forms of one hospital that say yes and no about in-reach for MUS. */
  const begun = async (): Promise<{ lead: Cleaner; a: string; b: string }> => {
    sink = await MailSink.open();
    server = await startServer({ ...sink.env, CLIENT_DIR: undefined });
    const lead = new Cleaner(await theSurveyLead(server), await givenRound(server, 'queries'));
    await lead.settings({ mode: 'review' });
    const { id: a, team } = await givenForm(server, 'queries', withInReach(EXETER));
    teams = [team];
    const { id: b } = await givenForm(server, 'queries', withoutInReach(EXETER));
    return { lead, a, b };
  };
  const about = (variable: string) => ({ odsCode: EXETER, perspective: 'liaison', variable });
  const ask = async (
    lead: Cleaner,
    formId: string,
    variable: string,
    values = {},
  ): Promise<Record<string, any>> => {
    const { mark } = await lead.form(formId);
    const input = { roundId: lead.roundId, ...about(variable), formId, mark, way: 'mail', recipient: SITE };
    const { data, errors } = await lead.person.ask(
      'mutation ($input: AskSiteInput!) { askSite(input: $input) { ... on SiteQuery { id state } ... on CleaningRefused { problems { code } } } }',
      { input: { ...input, question: 'Which is right?', ...values } },
    );
    expect(errors).toBeUndefined();
    return data?.['askSite'];
  };
  /** Sends what is queued and gives the path of the link in the latest mail. */
  const link = async (): Promise<string> => {
    await server!.app.get(OutboxWorker).runOnce();
    await expect.poll(() => sink!.taken.length).toBeGreaterThan(0);
    return new URL(/https?:\/\/\S+\/query\/\S+/.exec(sink!.taken.at(-1)!.text)?.[0] ?? '').pathname;
  };
  const press = (path: string, answer?: string): Promise<Response> =>
    fetch(server!.url + path, {
      method: 'POST',
      body: new URLSearchParams(answer === undefined ? {} : { answer }),
    });

  it('goes by mail, comes back by a page without a script, and a person takes the answer', async () => {
    const { lead, a, b } = await begun();
    expect(await ask(lead, a, 'iapt_inreach_mus')).toMatchObject({ state: 'waiting' });
    expect(
      (await lead.tasks('disagreement')).find(({ variable }) => variable === 'iapt_inreach_mus')?.asked,
    ).toBe(true);
    const path = await link();
    const page = await server!.get(path);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(wordsOf(await page.text())).toContain('Which is right?');
    expect((await press(path)).status).toBe(422);
    expect((await press(path, 'perhaps')).status).toBe(422);
    expect(wordsOf(await (await press(path, 'yes')).text())).toContain('Your answer has been received');

    const [task] = await lead.tasks('site_answer');
    expect(task?.variable).toBe('iapt_inreach_mus');
    // The answer decides nothing by itself.
    expect((await lead.tasks('disagreement')).map(({ variable }) => variable)).toEqual(['iapt_inreach']);
    const resolve = { kind: 'resolve', formId: a, ...about('iapt_inreach_mus') };
    expect((await lead.decide({ ...resolve, value: 'no' })).problems).toEqual(['NOTE_REQUIRED']);
    expect((await lead.decide({ ...resolve, value: 'yes' })).problems).toEqual([]);
    expect(await lead.tasks('site_answer')).toEqual([]);
    const merged = await lead.decide({ kind: 'merge', formId: b, value: a }, { kind: 'accept', formId: a });
    expect(merged.problems).toEqual([]);
    const { data } = await lead.ask(
      'query ($roundId: ID!) { liveRound(id: $roundId) { hospitals { odsCode category } } }',
    );
    const exeter = data?.['liveRound'].hospitals.find(
      ({ odsCode }: { odsCode: string }) => odsCode === EXETER,
    );
    expect(exeter.category).toMatch(/^G[2-4U]$/);
  });

  it('keeps no address once the mail is out', async () => {
    const { lead, a } = await begun();
    await ask(lead, a, 'iapt_inreach_mus');
    await link();
    await expect
      .poll(async () => JSON.stringify(await server!.reader.query('SELECT * FROM outbox_message')))
      .not.toContain(SITE);
    const tables = await Promise.all(
      server!.reader.entityMetadatas.map(({ tableName }) =>
        server!.reader.query(`SELECT * FROM "${tableName}"`),
      ),
    );
    expect(JSON.stringify(tables)).not.toContain(SITE);
  });

  it('keeps no address of a mail that came back or never went out, nor of a question that is dropped', async () => {
    const { lead, a } = await begun();
    const mails = (): Promise<OutboxMessage[]> =>
      server!.reader.getRepository(OutboxMessage).findBy({ kind: 'site_query' });
    const { id } = await ask(lead, a, 'iapt_inreach_mus');
    await lead.ask(
      'mutation ($roundId: ID!, $id: ID!) { closeSiteQuery(roundId: $roundId, id: $id) { __typename } }',
      { id },
    );
    expect((await mails()).map(({ recipient, state }) => [recipient, state])).toEqual([['', 'dropped']]);
    await ask(lead, a, 'iapt_inreach');
    const retention = server!.app.get(CleaningRetention);
    expect(await retention.eraseOldAddresses()).toBe(0);
    await server!.unitOfWork.run({ id: 'test' }, ({ manager }) =>
      manager.update(
        OutboxMessage,
        { recipient: SITE },
        { state: 'bounced', createdAt: '2026-01-01T00:00:00.000Z' },
      ),
    );
    expect(await retention.eraseOldAddresses()).toBe(1);
    expect(JSON.stringify(await mails())).not.toContain(SITE);
    expect((await mails()).map(({ state }) => state).sort()).toEqual(['bounced', 'dropped']);
  });

  it('closes the question, and shows its words nowhere, when a form that it was about is withdrawn', async () => {
    const { lead, a } = await begun();
    await ask(lead, a, 'iapt_inreach_mus', { question: 'You wrote "bandicoot". Which is right?' });
    const path = await link();
    expect(wordsOf(await (await server!.get(path)).text())).toContain('bandicoot');
    await teams[0]!.withdraw();
    expect((await server!.get(path)).status).toBe(404);
    const tables = await Promise.all(
      server!.reader.entityMetadatas.map(({ tableName }) =>
        server!.reader.query(`SELECT * FROM "${tableName}"`),
      ),
    );
    expect(JSON.stringify(tables)).not.toContain('bandicoot');
  });

  it('has a link that works once, and looks like any other that cannot be used', async () => {
    const { lead, a } = await begun();
    await ask(lead, a, 'iapt_inreach_mus');
    const path = await link();
    await press(path, 'no');
    const used = await server!.get(path);
    const unknown = await server!.get('/query/AAAAAAAAAAAAAAAAAAAAAA');
    expect([used.status, await used.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(used.status).toBe(404);
    expect((await press(path, 'yes')).status).toBe(404);
  });

  it('is only about what the forms disagree on, once at a time, and needs an address', async () => {
    const { lead, a } = await begun();
    expect((await ask(lead, a, 'co_located'))['problems']).toMatchObject([{ code: 'NO_OPEN_DISAGREEMENT' }]);
    expect((await ask(lead, a, 'iapt_inreach', { recipient: 'nobody' }))['problems']).toHaveLength(1);
    expect((await ask(lead, a, 'iapt_inreach', { question: ' ' }))['problems']).toMatchObject([
      { code: 'EMPTY_QUESTION' },
    ]);
    await ask(lead, a, 'iapt_inreach');
    expect((await ask(lead, a, 'iapt_inreach'))['problems']).toMatchObject([{ code: 'ASKED_ALREADY' }]);
    expect((await ask(lead, a, 'iapt_inreach', { mark: 'old' }))['problems']).toMatchObject([
      { code: 'STALE' },
    ]);
  });

  it('takes an answer by telephone, and a question can be dropped', async () => {
    const { lead, a } = await begun();
    const telephone = { way: 'telephone', recipient: '' };
    const { id } = await ask(lead, a, 'iapt_inreach', telephone);
    const record = (answer: string) =>
      lead.ask(
        `mutation ($roundId: ID!, $id: ID!) { recordSiteAnswer(roundId: $roundId, id: $id, answer: ${answer}) {
          ... on SiteQuery { answer } ... on CleaningRefused { problems { code } } } }`,
        { id },
      );
    expect((await record('dont_know')).data?.['recordSiteAnswer']).toEqual({ answer: 'dont_know' });
    expect((await record('yes')).data?.['recordSiteAnswer'].problems).toEqual([{ code: 'NOT_WAITING' }]);
    const resolve = { kind: 'resolve', formId: a, ...about('iapt_inreach') };
    expect((await lead.decide({ ...resolve, value: 'yes', note: 'I think so.' })).problems).toEqual([
      'SITE_DOES_NOT_KNOW',
    ]);
    const { id: other } = await ask(lead, a, 'iapt_inreach_mus', telephone);
    const { data } = await lead.ask(
      'mutation ($roundId: ID!, $id: ID!) { closeSiteQuery(roundId: $roundId, id: $id) { ... on SiteQuery { state } } }',
      { id: other },
    );
    expect(data?.['closeSiteQuery']).toEqual({ state: 'closed' });
    expect(sink!.taken).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BAD_INPUTS } from '../support/bad-inputs.js';
import {
  byPage,
  type GivenForm,
  givenLink,
  rowCounts,
  withInReach,
  withoutInReach,
} from '../support/given.js';
import { hidden, LiaisonTeam, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('answering for a hospital', () => {
  let server: TestServer;
  /** Two teams that have saved every page and sent nothing: whatever is refused below must leave that as it is. */
  let withScore: LiaisonTeam;
  let withoutScore: LiaisonTeam;

  const team = async (odsCode = 'RW603'): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, { odsCode }));
  const saveAll = async (who: LiaisonTeam, form: GivenForm): Promise<void> => {
    for (const [page, fields] of byPage(form)) expect((await who.save(page, fields)).status).toBe(303);
  };

  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    withScore = await team();
    withoutScore = await team('RH801');
    await saveAll(withScore, withInReach('RW603'));
    await saveAll(withoutScore, withoutInReach('RH801'));
  });
  afterAll(() => server.stop());

  describe.each(BAD_INPUTS)('$fault', ({ inReach, page, entered, code, field, asJson }) => {
    const form = (): GivenForm => ({
      ...(inReach ? withInReach('RW603') : withoutInReach('RH801')),
      ...entered,
    });
    const who = (): LiaisonTeam => (inReach ? withScore : withoutScore);
    /** Runs a request that must change nothing at all: no row more, no row fewer, the same saved answers. */
    const unchanged = async <Value>(act: () => Promise<Value>): Promise<Value> => {
      const [counts, draft] = [await rowCounts(server), await who().stored()];
      expect(draft?.draft).toHaveProperty(
        page === 'service' ? 'comments' : page === 'consent' ? 'consent_facts' : page,
      );
      const value = await act();
      expect(await rowCounts(server)).toEqual(counts);
      expect(await who().stored()).toEqual(draft);
      return value;
    };

    it('is refused by name through GraphQL, and nothing is stored', async () => {
      const { problems, receipt, error } = await unchanged(() => who().submit(form()));
      expect([receipt, error]).toEqual([undefined, '']);
      expect(problems).toEqual([
        { code, field, message: expect.stringMatching(/\w/), mend: expect.stringMatching(/\w/) },
      ]);
    });

    it('is refused on the page in the same words, and nothing is stored', async () => {
      const { problems } = await who().submit(form());
      const answer = await unchanged(async () => {
        const fields = { ...entered, expectedRevision: [String(await who().draftRevision())] };
        return asJson ? who().pressWithJson(page, fields) : who().press(page, fields);
      });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(wordsOf(html)).toContain(problems[0]?.message);
      expect(wordsOf(html)).toContain(problems[0]?.mend);
      expect(html).toMatch(/<title>Error/);
    });
  });

  const typed = BAD_INPUTS.filter(({ code }) => code !== 'REQUIRED');
  it.each(typed)(
    '$fault is refused while typing too (autosave)',
    async ({ inReach, page, entered, asJson }) => {
      const team = inReach ? withScore : withoutScore;
      const fields = { ...entered, autosave: ['1'], expectedRevision: [String(await team.draftRevision())] };
      const before = [await rowCounts(server), await team.stored()];
      const answer = asJson ? await team.pressWithJson(page, fields) : await team.press(page, fields);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toEqual({ message: expect.stringContaining('Not saved') });
      expect([await rowCounts(server), await team.stored()]).toEqual(before);
    },
  );

  it('the whole page of a question that routing hides takes no answer', async () => {
    const before = [await rowCounts(server), await withoutScore.stored()];
    const answer = await withoutScore.save('integration', { integration: ['50'] });
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain('not asked after the other answers');
    const whileTyping = await withoutScore.save('integration', { integration: ['50'], autosave: ['1'] });
    expect(whileTyping.status).toBe(422);
    expect(await whileTyping.json()).toEqual({
      message: expect.stringContaining('not asked after the other answers'),
    });
    expect([await rowCounts(server), await withoutScore.stored()]).toEqual(before);
  });

  describe('by program', () => {
    const SUBMIT =
      'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename ... on SubmissionRefused { problems { code field } } } }';
    const send = async (answers: unknown) =>
      server.send(SUBMIT, {
        input: { token: withScore.link.token, idempotencyKey: 'by-program-1', answers },
      });

    it.each([
      [
        'one question twice',
        [
          { variable: 'role', given: ['not_say'] },
          { variable: 'role', given: ['other'] },
        ],
        'role',
      ],
      ['answers that are no list of answers', 'yes', ''],
      ['a number where text belongs', [{ variable: 'role', given: [1] }], ''],
    ])('%s is refused with a code, a field and what to do', async (_fault, answers, field) => {
      const before = await rowCounts(server);
      const { errors } = await send(answers);
      expect(errors?.[0]?.extensions).toEqual({
        code: 'BAD_INPUT',
        field,
        mend: expect.stringMatching(/\w/),
      });
      expect(await rowCounts(server)).toEqual(before);
    });

    it.each([
      ['given and missing at once', { given: ['other'], missing: 'skipped' }, 'AMBIGUOUS_ANSWER'],
      ['neither given nor missing', {}, 'AMBIGUOUS_ANSWER'],
      ['a reason that does not exist', { missing: 'forgotten' }, 'UNKNOWN_ABSENCE'],
      ['an absence that the question does not offer', { missing: 'dont_know' }, 'ABSENCE_NOT_OFFERED'],
      ['"not asked" for a question that was asked', { missing: 'not_asked' }, 'REQUIRED'],
    ])('%s is refused', async (_fault, role, code) => {
      const answers = Object.entries(withInReach('RW603')).map(([variable, given]) =>
        variable === 'role' ? { variable, ...role } : { variable, given },
      );
      const { data } = await send(answers);
      expect(data?.['submitResponse'].problems).toEqual([{ code, field: 'role' }]);
    });

    it('all faults of a form are told at once, in the order of the questionnaire', async () => {
      const { problems } = await withScore.submit(
        withInReach('RW603', {
          comments: ['x'.repeat(4001)],
          role: ['king'],
          integration: ['150'],
          zzz: ['1'],
        }),
      );
      expect(problems.map(({ field }) => field)).toEqual(['role', 'integration', 'comments', 'zzz']);
    });
  });

  describe('with more than a request may hold', () => {
    const send = async (path: string, accept: string, size = 300_000): Promise<Response> => {
      const before = await rowCounts(server);
      const answer = await fetch(server.url + path.replace('{token}', withScore.link.token), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: '{ viewer { demo } }', comments: 'x'.repeat(size) }),
      });
      expect(answer.status).toBe(413);
      expect(await rowCounts(server)).toEqual(before);
      return answer;
    };

    it('is told so by GraphQL as data', async () => {
      expect(await (await send('/graphql', 'application/json')).json()).toMatchObject({
        code: 'TOO_LARGE',
        message: expect.stringMatching(/too large/),
      });
    });

    it.each([
      ['comments', 300_000, 'comments'],
      ['comments', 4_000_000, 'comments'],
      ['submit', 300_000, 'check'],
    ])('is told so on %s (%i characters) in a page, with a way back', async (page, size, back) => {
      const answer = await send(`/respond/{token}/${page}`, 'text/html,*/*', size);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const html = await answer.text();
      expect(wordsOf(html)).toMatch(/The text is too long Nothing of this page was saved/);
      expect(html).toContain(`href="/respond/${withScore.link.token}/${back}"`);
    });

    it('is told so while typing in one sentence', async () => {
      const answer = await send('/respond/{token}/comments', 'application/json');
      expect(await answer.json()).toEqual({ message: 'Not saved: the text is too long.' });
    });
  });

  it('goes on from a link to which a mail program added a slash', async () => {
    const oldham = await team();
    const { token } = oldham.link;
    const opened = await fetch(`${server.url}/respond/${token}/`, { redirect: 'manual' });
    expect(opened.headers.get('location')).toBe(`/respond/${token}/information`);
    expect((await fetch(`${server.url}/respond/${token}/role/`)).status).toBe(200);
  });

  it('in a browser without JavaScript leads from the link to the receipt, one page after the other', async () => {
    const oldham = await team();
    const pages = byPage(withInReach('RW603'));
    expect((await oldham.open()).headers.get('location')).toBe(`/respond/${oldham.link.token}/information`);
    let page =
      /href="\/respond\/[^/"]+\/(hospital)"/.exec(await (await oldham.open('information')).text())?.[1] ?? '';
    const way: string[] = [];
    while (page !== 'check') {
      way.push(page);
      expect(way.length, `going round in circles: ${way.join(' ')}`).toBeLessThan(30);
      const html = await (await oldham.open(page)).text();
      const answer = await oldham.press(page, {
        ...pages.get(page),
        expectedRevision: [hidden(html, 'expectedRevision')],
      });
      expect(answer.status, wordsOf(await answer.text())).toBe(303);
      page = answer.headers.get('location')?.split('/').at(-1) ?? '';
    }
    expect(way).toEqual(expect.arrayContaining([...pages.keys()]));
    expect(await oldham.sent()).toHaveLength(0);
    const sending = await oldham.send();
    expect(sending.headers.get('location')).toBe(`/respond/${oldham.link.token}/receipt`);
    const [sent] = await oldham.sent();
    const receipt = wordsOf(await (await oldham.open('receipt')).text());
    const byProgram = await oldham.submit(withInReach('RW603'), { key: sent?.idempotencyKey });
    expect(receipt).toContain(byProgram.receipt?.reference);
    expect(sent?.answers).toMatchObject({ integration: { given: 60 }, settings: { missing: 'skipped' } });
  });

  it('gives the same stored answers whichever way they came', async () => {
    const [byPages, byProgram] = [await team(), await team()];
    await saveAll(byPages, { ...withInReach('RW603'), service: [] });
    expect((await byPages.send()).status).toBe(303);
    await byProgram.submit(withInReach('RW603'));
    const [[one], [other]] = [await byPages.sent(), await byProgram.sent()];
    expect(one?.answers).toEqual(other?.answers);
    expect(one?.hash).toBe(other?.hash);
  });

  it('goes on where it stopped, on another device', async () => {
    const oldham = await team();
    await oldham.save('hospital', { hospital: ['RW603'] });
    await oldham.save('role', { role: ['not_say'] });
    expect((await oldham.open()).headers.get('location')).toMatch(/\/perspective$/);
    expect((await oldham.stored())?.draft).toMatchObject({ role: { missing: 'refused' } });
  });

  it('keeps a form that cannot be sent yet, and says on the check page what is missing', async () => {
    const oldham = await team();
    await oldham.save('role', { role: ['liaison_lead'] });
    const answer = await oldham.send();
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain('This question needs an answer');
    expect(await oldham.sent()).toHaveLength(0);
    expect((await oldham.stored())?.draft).toMatchObject({ role: { given: 'liaison_lead' } });
  });

  it('marks what a change of mind has hidden as not asked, and does not send it', async () => {
    const oldham = await team();
    await saveAll(oldham, withInReach('RW603'));
    await oldham.save('iapt_inreach_mus', { iapt_inreach_mus: ['no'] });
    expect((await oldham.stored())?.draft).toMatchObject({ integration: { given: 60 } });
    expect((await oldham.send()).status).toBe(303);
    expect((await oldham.sent())[0]?.answers).toMatchObject({
      integration: { missing: 'not_asked' },
      consent_score: { missing: 'not_asked' },
    });
  });

  it('takes a hospital that is not in the list by its name', async () => {
    const oldham = await team();
    const { problems } = await oldham.submit(withoutInReach('other:Cottage Hospital, Ambridge'));
    expect(problems).toEqual([]);
    expect(await oldham.stored()).toMatchObject({ odsCode: '', siteTextRaw: 'Cottage Hospital, Ambridge' });
  });

  it('is changed by nobody who only looks: mail scanners open every link', async () => {
    const before = [await rowCounts(server), await withScore.stored()];
    for (const page of [
      '',
      'information',
      'hospital',
      'role',
      'service',
      'check',
      'later',
      'receipt',
      'submit',
      'nothing',
    ])
      expect((await withScore.open(page)).status).toBeLessThan(400);
    expect([await rowCounts(server), await withScore.stored()]).toEqual(before);
  });
});

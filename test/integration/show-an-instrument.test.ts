import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DesignCalls } from '../support/designer-calls.js';
import { givenLink, givenRound } from '../support/given.js';
import { LiaisonTeam, type Person, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('a designed questionnaire', () => {
  let server: TestServer;
  let lead: Person;
  let designer: DesignCalls;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
    designer = new DesignCalls(lead);
  });
  afterAll(() => server.stop());

  it('in two languages is answered in either, and stored the same', async () => {
    const begun = await designer.create({ key: 'two-languages', title: 'Two languages', from: '' });
    const content = JSON.parse(begun.content) as Instrument;
    const asked = { en: 'Is there a team?', second: 'Oes tîm?' };
    const option = (code: string, en: string, second: string) => ({
      code,
      label: { en, second },
      kind: 'substantive',
    });
    const hospital = {
      ...content.pages[0]!.questions[0]!,
      text: { en: 'Which hospital?', second: 'Pa ysbyty?' },
    };
    const team = {
      ...hospital,
      variable: 'has_team',
      type: 'choice',
      text: asked,
      required: 'no',
      options: [option('yes', 'Yes', 'Oes'), option('no', 'No', 'Nac oes')],
    };
    const pages = [
      { id: 'hospital', title: { en: 'Hospital', second: 'Ysbyty' }, optional: false, questions: [hospital] },
      { id: 'team', title: { en: 'Team', second: 'Tîm' }, optional: false, questions: [team] },
    ];
    const title = { en: 'Two languages', second: 'Dwy iaith' };
    const draft = { ...content, title, secondLanguage: 'cy', pages };
    const { revision } = await designer.save(begun.id, 1, draft);
    expect(await designer.publish({ id: begun.id, expectedRevision: revision })).toMatchObject({
      version: '1.0',
    });
    const roundId = await givenRound(server, 'dwy-iaith', {
      instrumentKey: 'two-languages',
      instrumentVersion: '1.0',
    });
    const welsh = new LiaisonTeam(server, await givenLink(server, { roundId }));
    const path = `/respond/${welsh.link.token}`;
    const english = await (await welsh.open('team')).text();
    expect(wordsOf(english)).toContain('Cymraeg');
    expect(wordsOf(english)).not.toContain('Oes tîm?');
    const chosen = await welsh.press('language', { lang: ['second'], page: ['team'] });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, `${path}/team`]);
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const html = await (await server.get(`${path}/team`, { cookie })).text();
    expect(wordsOf(html)).toContain('Oes tîm?');
    expect(html).toContain('<div lang="cy">');
    await welsh.save('team', { has_team: ['yes'] });
    const check = wordsOf(await (await server.get(`${path}/check`, { cookie })).text());
    expect(check).toContain('Oes tîm? Oes');
    expect((await welsh.stored())?.draft).toMatchObject({ has_team: { given: 'yes' } });
    // A made-up page or token is told nothing, and leads nowhere else.
    const astray = await welsh.press('language', { lang: ['second'], page: ['//elsewhere.example'] });
    expect(astray.headers.get('location')).toBe(path);
  });

  it('is followed while its round runs: each closed question, and the threshold for any of them', async () => {
    const id = 'dwy-iaith';
    const team = new LiaisonTeam(server, await givenLink(server, { roundId: id, odsCode: 'RW601' }));
    await team.save('hospital', { hospital: ['RW601'] });
    await team.save('team', { has_team: ['yes'] });
    expect((await team.send()).headers.get('location')).toMatch(/receipt$/);
    const { data } = await lead.ask(
      `query ($id: ID!) {
        liveRound(id: $id) { consentAsked indicators { id } hospitals { odsCode label }
          questions { variable options { id label yes no dontKnow notKnown } } }
        tracker(roundId: $id, threshold: "1%") { question questions { variable text }
          england { indicators { id title verdict atLeast } } } }`,
      { id },
    );
    const { consentAsked, indicators, questions, hospitals } = data!['liveRound'];
    expect([consentAsked, indicators]).toEqual([false, []]);
    expect(questions).toEqual([
      {
        variable: 'has_team',
        options: [
          { id: 'has_team:yes', label: 'Yes', yes: 1, no: 0, dontKnow: 0, notKnown: 174 },
          { id: 'has_team:no', label: 'No', yes: 0, no: 1, dontKnow: 0, notKnown: 174 },
        ],
      },
    ]);
    expect(hospitals).toContainEqual({
      odsCode: 'RW601',
      label: 'Answered; this questionnaire does not ask about IAPT',
    });
    const { tracker } = data!;
    expect(tracker.question).toBe('has_team');
    expect(tracker.questions).toEqual([{ variable: 'has_team', text: 'Is there a team?' }]);
    expect(tracker.england.indicators).toMatchObject([
      { id: 'has_team:yes', title: 'Yes', verdict: 'cannot_say', atLeast: 1 },
      { id: 'has_team:no', title: 'No' },
    ]);
    const feed = await (await lead.get(`/manage/v1/rounds/${id}/live.geojson`)).text();
    expect(feed).toContain('does not ask about IAPT');
  });

  it('is held against the threshold by any closed question, and by none that it lacks', async () => {
    const track = (question: string) =>
      lead.ask(
        'query ($question: String!) { tracker(roundId: "demo-2026", question: $question) { question england { indicators { id } } } }',
        { question },
      );
    const chosen = await track('co_located');
    expect(chosen.data?.['tracker']).toMatchObject({
      question: 'co_located',
      england: { indicators: [{ id: 'co_located:yes' }, { id: 'co_located:no' }] },
    });
    expect((await track('')).data?.['tracker'].england.indicators).toHaveLength(2);
    expect((await track('has_team')).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  describe('the preview of a draft', () => {
    it('is for those who design, and stores nothing of what is entered', async () => {
      const draft = await designer.create({ key: 'previewed', title: 'Previewed', from: '' });
      const base = `/manage/v1/instrument-drafts/${draft.id}/preview`;
      expect((await server.get(base)).status).toBe(403);
      const begun = await lead.get(base);
      expect([begun.status, begun.headers.get('location')]).toEqual([302, `${base}/hospital`]);
      const html = await (await lead.get(`${base}/hospital`)).text();
      expect(wordsOf(html)).toContain('PREVIEW. This is a draft of the questionnaire');
      expect(html).toContain('method="get"');
      const next = await lead.get(`${base}/hospital?going=1&hospital=RW603`);
      expect(next.headers.get('location')).toContain(`${base}/check?sofar=`);
      expect(wordsOf(await (await lead.get(next.headers.get('location')!)).text())).toContain('Royal Oldham');
      const missing = wordsOf(await (await lead.get(`${base}/hospital?going=1`)).text());
      expect(missing).toContain('This question needs an answer');
      expect((await lead.get('/manage/v1/instrument-drafts/nobody/preview')).status).toBe(404);
    });
  });
});

import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Answer } from '../../server/src/fieldwork/answer.entity.js';
import { InstrumentVersion } from '../../server/src/instrument/instrument-version.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { Release } from '../../server/src/publication/release.entity.js';
import { DesignCalls } from '../support/designer-calls.js';
import { givenLink, givenRound } from '../support/given.js';
import { everythingFor, SERIES } from '../support/liaison-services.js';
import { LiaisonTeam, type Person, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('designing an instrument', () => {
  let server: TestServer;
  let lead: Person;
  let designer: DesignCalls;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
    designer = new DesignCalls(lead);
  });
  afterAll(() => server.stop());

  describe('the survey of liaison services, built through the designer alone', () => {
    let frozen: InstrumentVersion;
    let team: LiaisonTeam;
    beforeAll(async () => {
      expect(await designer.publishSurvey()).toMatchObject({
        __typename: 'InstrumentVersion',
        version: '1.0',
      });
      frozen = await server.reader.getRepository(InstrumentVersion).findOneByOrFail({ key: SERIES });
      const roundId = await givenRound(server, 'liaison-2026', {
        instrumentKey: SERIES,
        instrumentVersion: '1.0',
      });
      team = new LiaisonTeam(server, await givenLink(server, { roundId, odsCode: 'RW603' }));
    });

    it('is frozen under the hash of its text, and its draft is gone', async () => {
      expect(frozen.contentHash).toBe(sha256(frozen.content));
      expect(JSON.parse(frozen.content)).toMatchObject({ key: SERIES, version: '1.0', status: 'published' });
      const { data } = await lead.ask('{ instrumentDrafts { key } }');
      expect(data?.['instrumentDrafts']).toEqual([]);
    });

    it('can be read by anyone, each row of its matrix as a question', async () => {
      const { data } = await server.send(
        '{ instruments { key version title questions { variable askedWhen } } }',
      );
      const survey = data?.['instruments'].find((each: { key: string }) => each.key === SERIES);
      expect(survey.questions).toContainEqual({ variable: 'cover_ed', askedWhen: 'has_service is "Yes"' });
      expect(survey.questions).toContainEqual({
        variable: 'fit',
        askedWhen: 'non_acute is "Yes" and nurses is at least 1',
      });
    });

    it('refuses by name what routing hides and what is out of range', async () => {
      const hidden = await team.submit({ ...everythingFor('RW603'), tier: ['core'] });
      expect(hidden.problems.map(({ code, field }) => `${code} ${field}`)).toEqual(['NOT_ASKED since']);
      const wrong = await team.submit({
        ...everythingFor('RW603'),
        consultants: ['2.55'],
        cover_ed: ['maybe'],
      });
      expect(wrong.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
        'UNKNOWN_OPTION cover_ed',
        'OFF_STEP consultants',
      ]);
    });

    it('is answered page by page without script: date, matrix, number with unit, several options', async () => {
      const save = async (page: string, fields: Record<string, readonly string[]>): Promise<string> => {
        const answer = await team.save(page, fields);
        return `${answer.status} ${answer.headers.get('location')?.split('/').at(-1) ?? ''}`;
      };
      expect(await save('hospital', { hospital: ['RW603'] })).toBe('303 service');
      // Each answer opens the next question on the same page, which is shown again with it.
      expect(await save('service', { has_service: ['yes'] })).toBe('303 service');
      const service = { has_service: ['yes'], tier: ['enhanced24'] };
      expect(await save('service', service)).toBe('303 service');
      const boxes = { 'since.day': ['3'], 'since.month': ['4'], 'since.year': ['2019'] };
      expect(await save('service', { ...service, ...boxes })).toBe('303 hours');
      const hours = await (await team.open('hours')).text();
      expect(hours).toMatch(/<legend[^>]*><h1[^>]*>When does the service see patients\?<\/h1>/);
      expect(wordsOf(hours)).toContain('Outpatient clinics');
      const cover = { cover_ed: ['all_hours'], cover_wards: ['office'], cover_clinics: ['dk'] };
      expect(await save('hours', cover)).toBe('303 staffing');
      expect(wordsOf(await (await team.open('staffing')).text())).toContain('WTE');
      expect(await save('staffing', { consultants: ['2.5'], nurses: ['', 'dk'] })).toBe('303 team');
      const professions = { professions: ['psychology', 'social_work'] };
      expect(await save('team', professions)).toBe('303 team');
      expect(await save('team', professions)).toBe('303 non-acute');
      expect(await save('non-acute', { non_acute: ['yes'], service_name: ['Liaison'] })).toBe('303 check');
      const check = wordsOf(await (await team.open('check')).text());
      for (const words of ['3 April 2019', '2.5 WTE', 'Clinical psychology, Social work', 'Enhanced 24'])
        expect(check).toContain(words);
      expect(check).toContain('When does the service see patients? Wards In office hours');
      expect((await team.send()).headers.get('location')).toMatch(/receipt$/);
      expect(wordsOf(await (await team.open('receipt')).text())).toContain('2.5 WTE');
    });

    it('is stored answer by answer, what was not asked as not asked', async () => {
      const { id } = (await team.stored())!;
      const rows = await server.reader.getRepository(Answer).findBy({ responseId: id });
      const of = (variable: string) => rows.find((row) => row.variable === variable);
      expect(of('consultants')).toMatchObject({ number: 2.5, state: 'answered' });
      expect(of('nurses')).toMatchObject({ number: null, state: 'dont_know' });
      expect(of('fit')).toMatchObject({ state: 'not_asked' });
      expect(of('cover_wards')).toMatchObject({ code: 'office' });
      expect(of('cover_clinics')).toMatchObject({ code: null, state: 'dont_know' });
      expect(of('professions')).toMatchObject({ code: 'psychology social_work' });
      expect(of('since')).toMatchObject({ code: '2019-04-03' });
      expect(of('service_name')).toMatchObject({ text: 'Liaison', code: null });
      expect(of('psychology_sessions')).toMatchObject({ state: 'skipped' });
    });

    it('is corrected whole by program, and released with its own name and hash', async () => {
      const outcome = await team.submit(everythingFor('RW603'), { reason: 'All questions this time.' });
      expect(outcome).toMatchObject({ problems: [], receipt: { revision: 2 } });
      const { data } = await lead.ask(
        `mutation { releaseRound(input: { roundId: "liaison-2026", kind: interim, note: "", idempotencyKey: "second-survey" }) {
          __typename ... on Release { instrumentVersion forms { received analysed } } } }`,
      );
      expect(data?.['releaseRound']).toEqual({
        __typename: 'Release',
        instrumentVersion: '1.0',
        forms: { received: 1, analysed: 1 },
      });
      for (const file of ['summary.json', 'hospitals.geojson', 'hospitals.csv'])
        expect((await server.get(`/open/v1/rounds/liaison-2026/${file}`)).status, file).toBe(200);
      const release = await server.reader.getRepository(Release).findOneByOrFail({ roundId: 'liaison-2026' });
      expect(JSON.stringify(release)).toContain(frozen.contentHash);
      const live = await lead.ask(
        '{ liveRound(id: "liaison-2026") { forms { analysed } hospitals { odsCode } } }',
      );
      expect(live.errors).toBeUndefined();
    });

    it('has a next version only with a verdict for every question', async () => {
      const draft = await designer.create({ key: SERIES, title: '', from: '1.0' });
      const content = JSON.parse(draft.content) as Instrument;
      const pages = content.pages.map((page) => ({
        ...page,
        questions: page.questions
          .filter(({ variable }) => variable !== 'remarks')
          .map((question) =>
            question.variable === 'tier' ? { ...question, help: { en: 'The nearest.' } } : question,
          ),
      }));
      const { revision } = await designer.save(draft.id, draft.revision, { ...content, pages });
      const publish = (values: Record<string, unknown>) =>
        designer.publish({ id: draft.id, expectedRevision: revision, changeNote: 'Remarks go.', ...values });
      const refused = await publish({});
      expect(new Set(refused.problems?.map(({ code }) => code))).toEqual(new Set(['VERDICT_MISSING']));
      const verdictOn = (variable: string): string =>
        variable === 'tier' ? 'minor_wording' : variable === 'remarks' ? 'not_comparable' : 'same';
      const verdicts = (refused.problems ?? []).map(({ field }) => ({
        variable: field,
        verdict: verdictOn(field),
        note: '',
      }));
      expect((await publish({ verdicts, changeNote: ' ' })).problems).toMatchObject([
        { code: 'NO_CHANGE_NOTE', field: 'changeNote' },
      ]);
      const published = await publish({ verdicts });
      expect(published).toMatchObject({
        __typename: 'InstrumentVersion',
        version: '1.1',
        status: 'published',
      });
      expect(published.comparability).toContainEqual({ variable: 'remarks', verdict: 'not_comparable' });
      // The first version is as it was.
      const first = await server.reader
        .getRepository(InstrumentVersion)
        .findOneByOrFail({ key: SERIES, version: '1.0' });
      expect(first.content).toBe(frozen.content);
    });

    it('can be retired, once; its content stays what it was', async () => {
      expect(await designer.retire(SERIES, '1.0')).toMatchObject({
        status: 'retired',
        contentHash: frozen.contentHash,
      });
      expect((await designer.retire(SERIES, '1.0')).problems).toMatchObject([{ code: 'RETIRED_ALREADY' }]);
      expect((await designer.retire('nobody', '1.0')).__typename).toBe('NOT_FOUND');
      // Its round goes on.
      expect((await team.open('receipt')).status).toBe(200);
    });
  });

  describe('a draft', () => {
    const begin = (key: string) => designer.create({ key, title: `Draft ${key}`, from: '' });

    it('is begun once a series, under a proper name', async () => {
      expect(await begin('begun-once')).toMatchObject({ __typename: 'InstrumentDraft', revision: 1 });
      const codes = async (input: Record<string, unknown>) =>
        (await designer.create({ title: 'T', from: '', ...input })).problems?.map(({ code }) => code);
      expect(await codes({ key: 'begun-once' })).toEqual(['DRAFT_EXISTS']);
      expect(await codes({ key: 'Begun Once' })).toEqual(['BAD_SERIES_KEY']);
      expect(await codes({ key: 'iapt-liaison' })).toEqual(['SERIES_EXISTS']);
      expect(await codes({ key: 'iapt-liaison', from: '1.0' })).toEqual(['NOT_LATEST']);
      expect(await codes({ key: 'nobody', from: '1.0' })).toEqual(['NO_SUCH_VERSION']);
      expect(await codes({ key: 'no-title', title: ' ' })).toEqual(['EMPTY_TITLE']);
      expect(await codes({ key: 'no-json', content: '{' })).toEqual(['NOT_READABLE']);
    });

    it('holds everything of the version that it was begun from', async () => {
      const draft = await designer.create({ key: 'iapt-liaison', title: '', from: '1.1' });
      expect(draft).toMatchObject({ basedOn: '1.1', problemCount: 0, questionCount: 26 });
      expect(await designer.remove(draft.id, draft.revision)).toMatchObject({
        __typename: 'InstrumentDraftDeleted',
      });
      expect((await designer.remove(draft.id, draft.revision)).__typename).toBe('NOT_FOUND');
    });

    it('saved by two at once keeps the first, and gives the second both', async () => {
      const draft = await begin('saved-by-two');
      const content = JSON.parse(draft.content) as Instrument;
      const titled = (en: string) => ({ ...content, title: { en } });
      const [one, other] = await Promise.all([
        designer.save(draft.id, 1, titled('One')),
        designer.save(draft.id, 1, titled('Other')),
      ]);
      const [kept, stale] = one.__typename === 'InstrumentDraft' ? [one, other] : [other, one];
      expect(kept).toMatchObject({ __typename: 'InstrumentDraft', revision: 2 });
      expect(stale.__typename).toBe('StaleInstrumentDraft');
      expect(stale.stored?.content).toBe(kept.content);
      expect(stale.sentContent).not.toContain((JSON.parse(kept.content) as Instrument).title.en);
      // The answer to a save was lost and it is sent again: stored once, and no conflict with oneself.
      const again = await designer.save(draft.id, 1, kept.content);
      expect(again).toMatchObject({ __typename: 'InstrumentDraft', revision: 2 });
    });

    it('may be half done, but not unreadable, and keeps the name of its series', async () => {
      const draft = await begin('half-done');
      const content = JSON.parse(draft.content) as Instrument;
      const empty = { id: 'p', title: { en: '' }, optional: false, questions: [] };
      expect(await designer.save(draft.id, 1, { ...content, pages: [empty] })).toMatchObject({
        revision: 2,
        problemCount: 3,
      });
      const codes = async (sent: unknown) =>
        (await designer.save(draft.id, 2, sent)).problems?.map(({ code }) => code);
      expect(await codes('{"pages"')).toEqual(['NOT_READABLE']);
      expect(await codes({ ...content, script: 'alert(1)' })).toEqual(['UNKNOWN_MEMBER']);
      expect(await codes({ ...content, key: 'other-name' })).toEqual(['KEY_FIXED']);
      expect(await codes(`"${'x'.repeat(200_001)}"`)).toEqual(['TOO_LONG']);
      const published = await designer.publish({ id: draft.id, expectedRevision: 2 });
      expect(published.problems?.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['EMPTY_PAGE', 'NO_HOSPITAL']),
      );
    });

    it('is tried out in pilots that have content of their own, and goes on', async () => {
      const draft = await begin('tried-out');
      expect(await designer.pilot(draft.id, 1)).toMatchObject({ version: '1.0-pilot.1', status: 'piloted' });
      expect(await designer.pilot(draft.id, 1)).toMatchObject({ version: '1.0-pilot.2' });
      expect((await designer.pilot(draft.id, 7)).__typename).toBe('StaleInstrumentDraft');
      const { data } = await server.send('{ instruments { version } }');
      expect(JSON.stringify(data)).not.toContain('pilot');
      const all = await lead.ask('{ frozenInstruments { version status } }');
      expect(all.data?.['frozenInstruments']).toContainEqual({ version: '1.0-pilot.1', status: 'piloted' });
      expect(await designer.publish({ id: draft.id, expectedRevision: 1 })).toMatchObject({ version: '1.0' });
    });

    it('published by two at once becomes one version', async () => {
      const draft = await begin('published-twice');
      const publish = () => designer.publish({ id: draft.id, expectedRevision: 1 });
      const outcomes = await Promise.all([publish(), publish()]);
      expect(outcomes.filter(({ __typename }) => __typename === 'InstrumentVersion')).toHaveLength(1);
      const versions = await server.reader
        .getRepository(InstrumentVersion)
        .findBy({ key: 'published-twice' });
      expect(versions.map(({ version }) => version)).toEqual(['1.0']);
    });
  });
});

import { FORM_ABSENCES } from '@liaison-atlas/shared/analysis/form-tallies';
import { closedItems } from '@liaison-atlas/shared/cleaning/closed-items';
import { getInstrument } from '@liaison-atlas/shared/instrument/registry';
import { questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DatasetService } from '../../server/src/cleaning/dataset.service.js';
import { RoundService } from '../../server/src/fieldwork/round.service.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { type Person, thePublic, theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const [ROUND, REVIEWED] = ['counted-2027', 'counted-in-review'];
const ITEMS = closedItems(questionsOf(getInstrument('1.1')!));

describe('counts over the forms of a round', () => {
  let server: TestServer;
  let lead: Person;
  const path = (round: string, query = '') => `/manage/v1/rounds/${round}/form-statistics.json${query}`;
  const ask = async (round: string, query = '') => {
    const answer = await lead.get(path(round, query));
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as Record<string, any>;
  };

  /** The same by cleaning the whole round and going through its forms one by one. */
  async function oneByOne(roundId: string, keep: (odsCode: string) => boolean = () => true) {
    const round = await server.app.get(RoundService).get(roundId);
    const { cleaned } = await server.app.get(DatasetService).asItStands(round);
    const forms = [...cleaned.forms.values()].filter(({ responseId, odsCode }) => {
      const outcome = cleaned.standings.get(responseId)?.outcome;
      return (outcome === 'accepted' || outcome === 'merged') && keep(odsCode);
    });
    return {
      forms: forms.length,
      answers: Object.fromEntries(
        ITEMS.map(({ key, answerOf }) => {
          const counts: Record<string, number> = {};
          for (const form of forms) {
            const answer = answerOf(form);
            const code = 'given' in answer ? answer.given : answer.missing;
            counts[code] = (counts[code] ?? 0) + 1;
          }
          return [key, counts];
        }),
      ),
    };
  }
  const toCounts = ({ forms, questions }: Record<string, any>) => ({
    forms,
    answers: Object.fromEntries(
      questions.map(({ key, answers }: any) => [
        key,
        Object.fromEntries(
          answers.filter((one: any) => one.forms > 0).map((one: any) => [one.code, one.forms]),
        ),
      ]),
    ),
  });
  /** The address says at once what counting everything again says. */
  const expectExact = async (round: string) =>
    expect(toCounts(await ask(round))).toEqual(await oneByOne(round));

  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    await givenRound(server, ROUND, { kind: 'live' });
    await givenRound(server, REVIEWED, { kind: 'live' });
  });
  afterAll(() => server.stop());

  it('are exact after every write where the rules decide', async () => {
    const cleaner = new Cleaner(lead, ROUND);
    await expectExact(ROUND);
    const first = await givenForm(server, ROUND, withInReach('RW603', { co_located: ['yes'] }));
    await expectExact(ROUND);
    const second = await givenForm(server, ROUND, withoutInReach('RW603'));
    await givenForm(server, ROUND, withoutInReach('RH801', { iapt_treats_mus: ['dk'] }));
    await expectExact(ROUND);
    expect((await first.team.submit(withoutInReach('RW603'), { reason: 'A slip.' })).problems).toEqual([]);
    await expectExact(ROUND);
    const out = await cleaner.decide({ kind: 'exclude', formId: second.id, reason: 'test' });
    expect(out.problems).toEqual([]);
    await expectExact(ROUND);
    expect((await ask(ROUND)).forms).toBe(2);
    const back = await cleaner.decide({ kind: 'reverse', targetId: out.ids[0], formId: second.id });
    expect(back.problems).toEqual([]);
    await expectExact(ROUND);
    expect(await first.team.withdraw()).toBe('ResponseWithdrawn');
    await expectExact(ROUND);
    expect((await ask(ROUND)).forms).toBe(2);
  });

  it('are exact where a person decides: a form counts once it is accepted, or merged into one that is', async () => {
    const cleaner = new Cleaner(lead, REVIEWED);
    await cleaner.settings({ mode: 'review' });
    const one = await givenForm(server, REVIEWED, withInReach('RW603'));
    const other = await givenForm(server, REVIEWED, withInReach('RW603'));
    expect((await ask(REVIEWED)).forms).toBe(0);
    expect((await cleaner.decide({ kind: 'merge', formId: other.id, value: one.id })).problems).toEqual([]);
    await expectExact(REVIEWED);
    expect((await cleaner.decide({ kind: 'accept', formId: one.id })).problems).toEqual([]);
    await expectExact(REVIEWED);
    expect((await ask(REVIEWED)).forms).toBe(2);
    expect(await one.team.withdraw()).toBe('ResponseWithdrawn');
    await expectExact(REVIEWED);
    expect(await cleaner.settings({ mode: 'automatic' })).toEqual([]);
    await expectExact(REVIEWED);
  });

  it('can be picked out by region, kind of site and day, and by question', async () => {
    const hospitals = server.app.get(FrameService).listHospitals('acute-ed-2018');
    const { regionCode, siteCategory } = hospitals.find(({ odsCode }) => odsCode === 'RH801')!;
    const there = new Set(
      hospitals.filter((one) => one.regionCode === regionCode).map(({ odsCode }) => odsCode),
    );
    const picked = await ask(ROUND, `?region=${regionCode}&type=${siteCategory}`);
    expect(picked['filter']).toEqual({ region: regionCode, type: siteCategory });
    expect(picked['forms']).toBe((await oneByOne(ROUND, (code) => there.has(code))).forms);
    expect((await ask(ROUND, '?to=2020-01-01'))['forms']).toBe(0);
    const { questions } = await ask(ROUND, '?question=co_located&from=2020-01-01');
    expect(questions.map(({ key }: any) => key)).toEqual(['co_located']);
    expect(questions[0].answers.map(({ code }: any) => code)).toEqual(['yes', 'no', ...FORM_ABSENCES]);
  });

  it('tell no opinion of a part of the forms, nor of fewer than three hospitals', async () => {
    const opinions = (all: Record<string, any>) => all['questions'].filter(({ hidden }: any) => hidden);
    const [whole, part] = [await ask('demo-2026'), await ask('demo-2026', '?from=2020-01-01')];
    expect(opinions(whole)).toEqual([]);
    for (const { answers } of opinions(part)) expect(answers).toEqual([]);
    expect(whole['notice']).toContain('SYNTHETIC');
  });

  it('are for analysts and leads of the round, and refuse what they do not know', async () => {
    const codes = async (person: Person, query = '', round = ROUND) => {
      const answer = await person.get(path(round, query));
      return [answer.status, ((await answer.json()) as any).code];
    };
    expect((await thePublic(server).get(path(ROUND))).status).toBe(403);
    const elsewhere = await colleague(server, 'elsewhere', grant('analyst', { kind: 'round', id: REVIEWED }));
    expect((await elsewhere.get(path(ROUND))).status).toBe(403);
    expect((await elsewhere.get(path(REVIEWED))).status).toBe(200);
    for (const query of [
      '?region=moon',
      '?type=moon',
      '?question=moon',
      '?from=yesterday',
      '?moon=1',
      '?region=a&region=b',
    ])
      expect((await codes(lead, query))[0], query).toBe(400);
    expect((await lead.get(path('2017-18'))).status).toBe(409);
    expect((await lead.get(path('no-such'))).status).toBe(404);
  });

  it('are exact while others write', async () => {
    const before = (await ask(ROUND)).forms;
    await Promise.all([
      givenForm(server, ROUND, withInReach('RA301')),
      ask(ROUND),
      givenForm(server, ROUND, withoutInReach('RWA01')),
      ask(ROUND),
    ]);
    expect((await ask(ROUND)).forms).toBe(before + 2);
    await expectExact(ROUND);
  });
});

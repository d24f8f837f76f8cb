import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FrameService } from '../../server/src/frame/frame.service.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { RegisterKeeper } from '../support/register-keeper.js';
import { startServer, type TestServer } from '../support/start-server.js';

const FIGURES = `
  round { id kind latestRelease { number sha256 } }
  basis { live freeze asAt answersHash codeVersion instrumentVersion howAsked frameHash release { number sha256 } }
  indicator { id version numerator denominator missingRule intervalRule disclosureClass }
  indicators { id title } by breakdowns notes hospitals { odsCode name latitude longitude }
  byGroup { method p cramersV n }
  figures {
    code name yes no dontKnow notKnown frame countsOnly hidden lower upper amongRespondents amongThoseWhoKnow
    interval { method low high } benchmark
    trace { numerator numeratorUnnamed no noUnnamed dontKnow dontKnowUnnamed denominator denominatorUnnamed }
  }
  checks {
    responders { by notKnown p groups { code name responders nonResponders } } early { hospitals } late { hospitals }
    disagreement { sets differing rate } weighted { share designEffect effectiveN }
  }
  paired { first second agree differ pairs { odsCode first second agreement } }`;
const RELEASED = `query ($roundId: ID!, $indicator: ID, $by: Breakdown, $number: Int) {
  exploreReleased(roundId: $roundId, indicator: $indicator, by: $by, number: $number) { ${FIGURES} }
}`;
const LIVE = `query ($roundId: ID!, $indicator: ID, $by: Breakdown) {
  exploreLive(roundId: $roundId, indicator: $indicator, by: $by) { ${FIGURES} }
}`;
const CHANGE = `query ($fromRoundId: ID!, $toRoundId: ID!, $indicator: ID!) {
  exploreChange(fromRoundId: $fromRoundId, toRoundId: $toRoundId, indicator: $indicator) {
    verdict comparable matched transitions knownInBoth gained lost p difference { difference low high }
    droppedOut leftFrame joined from { id } to { id } hospitals { odsCode name }
    before { yes no frame lower upper } after { yes no frame lower upper }
  }
}`;

describe('exploring figures', () => {
  let server: TestServer;
  let lead: Person;
  let analyst: Person;
  let frameSize: number;
  const [ROUND, NEXT] = ['explored-2027', 'explored-2028'];
  const answer = async (roundId: string, odsCode: string, form: ReturnType<typeof withoutInReach>) => {
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode, roundId }));
    expect((await team.submit(form)).problems).toEqual([]);
  };
  const ask = async (by: Person, query: string, values: Record<string, unknown>) => {
    const { data, errors } = await by.ask(query, values);
    return { data: data && Object.values(data)[0], error: errors?.[0]?.extensions['code'] };
  };
  const live = async (values: Record<string, unknown> = {}) =>
    (await ask(analyst, LIVE, { roundId: ROUND, ...values })).data;

  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    await givenRound(server, ROUND, { kind: 'live' });
    await givenRound(server, NEXT, { kind: 'live' });
    analyst = await colleague(server, 'analyst', grant('analyst', { kind: 'round', id: ROUND }));
    frameSize = server.app.get(FrameService).listHospitals('acute-ed-2018').length;
    await answer(ROUND, 'RW603', withInReach('RW603', { co_located: ['yes'] }));
    await answer(ROUND, 'RH801', withoutInReach('RH801'));
    await answer(ROUND, 'RA301', withoutInReach('RA301', { iapt_treats_mus: ['dk'] }));
    await answer(ROUND, 'RA301', withoutInReach('RA301', { perspective: ['iapt'] }));
    await answer(NEXT, 'RW603', withoutInReach('RW603'));
    await answer(NEXT, 'RH801', withInReach('RH801'));
  });
  afterAll(() => server.stop());

  it('of the live state is for analysts and leads of the round, and for nobody else', async () => {
    for (const person of [thePublic(server), await colleague(server, 'coder', grant('coder'))])
      expect((await ask(person, LIVE, { roundId: ROUND })).error).toBe('FORBIDDEN');
    expect((await ask(analyst, LIVE, { roundId: NEXT })).error).toBe('FORBIDDEN');
    expect((await ask(lead, LIVE, { roundId: NEXT })).error).toBeUndefined();
    const change = { fromRoundId: ROUND, toRoundId: NEXT, indicator: 'iapt-in-reach' };
    expect((await ask(analyst, CHANGE, change)).error).toBe('FORBIDDEN');
  });

  it('gives every number its trace: definition, hospitals, answers and code version', async () => {
    const { figures, indicator, basis, hospitals } = await live({ indicator: 'iapt-in-reach' });
    expect(figures[0]).toMatchObject({
      yes: 1,
      no: 2,
      dontKnow: 0,
      notKnown: frameSize - 3,
      frame: frameSize,
    });
    expect(figures[0].trace).toMatchObject({
      numerator: ['RW603'],
      numeratorUnnamed: 0,
      noUnnamed: 0,
      dontKnow: [],
      denominatorUnnamed: 0,
    });
    expect([...figures[0].trace.no].sort()).toEqual(['RA301', 'RH801']);
    expect(figures[0].trace.denominator).toHaveLength(frameSize);
    expect(hospitals.find(({ odsCode }: any) => odsCode === 'RW603').name).toBe('Royal Oldham Hospital');
    expect(indicator).toMatchObject({ id: 'iapt-in-reach', disclosureClass: 'organisations' });
    expect(indicator.missingRule).toContain('None of them is ever counted as "no"');
    expect(basis).toMatchObject({ live: true, release: null, instrumentVersion: '1.1' });
    expect(basis.answersHash).toMatch(/^[0-9a-f]{64}$/);
    expect(basis.codeVersion).not.toBe('');
    expect(basis.howAsked).toMatch(/^Two questions.*A form of version 1\.0/);
    const of2018 = { roundId: '2017-18', indicator: 'iapt-in-reach' };
    const { data } = await ask(thePublic(server), RELEASED, of2018);
    expect(data.basis.howAsked).toMatch(/^One question on MUS and LTC together/);
  });

  it('adds up to England by every breakdown of the frame', async () => {
    for (const by of [
      'region',
      'icb',
      'trust_type',
      'site_type',
      'stratum',
      'ed_size',
      'liaison_tier',
      'plan_member',
    ]) {
      const { figures } = await live({ indicator: 'iapt-in-reach', by });
      const [england, ...groups] = figures;
      for (const count of ['yes', 'no', 'dontKnow', 'notKnown', 'frame'])
        expect(
          groups.reduce((sum: number, row: any) => sum + row[count], 0),
          `${count} by ${by}`,
        ).toBe(england[count]);
      for (const row of groups) if (row.frame < 5) expect([row.countsOnly, row.lower]).toEqual([true, null]);
    }
  });

  it('knows every closed question of the questionnaire without code, and nothing personal', async () => {
    const { indicators, indicator, figures } = await live({ indicator: 'co_located' });
    expect(indicator.id).toBe('co_located');
    expect(figures[0]).toMatchObject({ yes: 1, frame: frameSize });
    const ids = indicators.map(({ id }: any) => id);
    expect(ids.slice(0, 2)).toEqual(['iapt-treats-mus-ltc', 'iapt-in-reach']);
    expect(ids.filter((id: string) => /role|consent|comments|integration/.test(id))).toEqual([]);
  });

  it('shows perspectives beside each other, where two of them answered for a hospital', async () => {
    const { figures, paired } = await live({ indicator: 'iapt_treats_mus', by: 'perspective' });
    expect(figures.map(({ code }: any) => code)).toEqual(['england', 'iapt', 'liaison']);
    expect(paired.pairs).toEqual([
      { odsCode: 'RA301', first: 'dont_know', second: 'yes', agreement: 'differs' },
    ]);
  });

  it('checks who answered against who did not', async () => {
    const { checks } = await live({ by: 'icb' });
    expect(checks.responders.map(({ by }: any) => by)).toEqual([
      'icb',
      'region',
      'ed_size',
      'liaison_tier',
      'plan_member',
    ]);
    for (const { by, groups } of checks.responders) {
      const sum = (key: string) => groups.reduce((all: number, row: any) => all + row[key], 0);
      expect([sum('responders'), sum('nonResponders')], by).toEqual([3, frameSize - 3]);
    }
    expect(checks.early.hospitals + checks.late.hospitals).toBe(3);
    expect(checks.weighted).toBeNull();
  });

  it('compares them by size, and by what the service register says of liaison teams; else it is not known', async () => {
    const facts = async (by: string) =>
      (await live()).checks.responders.find((each: any) => each.by === by) as Record<string, any>;
    const size = await facts('ed_size');
    expect(size['notKnown']).toBe(0);
    for (const { name } of size['groups']) expect(name).toMatch(/^trust with /);
    for (const by of ['liaison_tier', 'plan_member'])
      expect(await facts(by)).toMatchObject({ notKnown: frameSize, p: null });

    const deliveries = [{ odsCode: 'RW603', how: 'on_site' as const }];
    const team = { kind: 'liaison_team', name: 'Unreal Liaison', tier: 'core24', deliveries } as const;
    await new RegisterKeeper(lead).save(team);
    const tier = await facts('liaison_tier');
    expect(tier['notKnown']).toBe(frameSize - 1);
    expect(tier['groups']).toContainEqual({
      code: 'core24',
      name: 'Core 24',
      responders: 1,
      nonResponders: 0,
    });
  });

  it('takes the first indicator where the round has none of that name, and says which it is', async () => {
    expect((await live({ indicator: 'no-such' })).indicator.id).toBe('iapt-treats-mus-ltc');
  });

  it('of a published report gives its totals, and nothing by area or live', async () => {
    const values = { roundId: '2017-18', indicator: 'iapt-in-reach', by: 'region' };
    const { data } = await ask(thePublic(server), RELEASED, values);
    expect(data.figures).toHaveLength(1);
    expect(data.figures[0]).toMatchObject({ yes: 3, no: 62, dontKnow: 9, notKnown: 105, frame: 179 });
    expect(data.figures[0].lower).toBeCloseTo(3 / 179, 12);
    expect(data.figures[0].trace).toMatchObject({
      numeratorUnnamed: 0,
      noUnnamed: 62,
      dontKnowUnnamed: 9,
      // The 179 have no list; the 175 hospitals of the frame are another.
      denominatorUnnamed: 176,
    });
    expect(data.figures[0].trace.numerator.sort()).toEqual(['RA301', 'RH801', 'RW603']);
    expect(data.figures[0].trace.denominator.sort()).toEqual(['RA301', 'RH801', 'RW603']);
    expect(data.notes[0]).toContain('Not published by area');
    expect(data.notes[1]).toContain('are another list');
    expect((await ask(lead, LIVE, { roundId: '2017-18' })).error).toBe('CONFLICT');
  });

  it('of a release tells the public what the release tells, and no more', async () => {
    expect((await ask(thePublic(server), RELEASED, { roundId: ROUND })).data).toBeNull();
    const { data } = await lead.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { ... on Release { number sha256 } } }`,
      { input: { roundId: ROUND, kind: 'interim', note: '', idempotencyKey: 'explored-release' } },
    );
    const sha256 = data?.['releaseRound'].sha256 as string;
    const { data: told } = await ask(thePublic(server), RELEASED, {
      roundId: ROUND,
      indicator: 'iapt-in-reach',
      by: 'region',
    });
    expect(told.basis).toMatchObject({ live: false, freeze: null, release: { number: 1, sha256 } });
    expect(told.figures[0]).toMatchObject({ yes: 1, no: 2, dontKnow: 0 });
    for (const row of told.figures.slice(1))
      expect([row.dontKnow, row.amongRespondents, row.interval]).toEqual([null, null, null]);
    expect([told.checks, told.paired, told.byGroup]).toEqual([null, null, null]);
    expect(told.breakdowns).not.toContain('perspective');
    expect(told.indicators).toHaveLength(2);
  });

  it('between two rounds speaks of matched hospitals only', async () => {
    const values = { fromRoundId: ROUND, toRoundId: NEXT, indicator: 'iapt-in-reach' };
    const { data } = await ask(lead, CHANGE, values);
    expect(data).toMatchObject({
      verdict: 'same',
      comparable: true,
      matched: 2,
      knownInBoth: 2,
      gained: 1,
      lost: 1,
      p: 1,
      droppedOut: ['RA301'],
      leftFrame: [],
      joined: [],
      // Both rounds' bounds stand side by side, and nothing is subtracted.
      before: { yes: 1, no: 2, frame: frameSize, lower: 1 / frameSize },
      after: { yes: 1, no: 1, frame: frameSize, lower: 1 / frameSize },
    });
    expect(data.hospitals.find(({ odsCode }: any) => odsCode === 'RA301').name).not.toBe('');
    expect((await ask(lead, CHANGE, { ...values, fromRoundId: 'demo-2026' })).error).toBe('CONFLICT');
    expect((await ask(lead, CHANGE, { ...values, fromRoundId: '2017-18' })).error).toBe('BAD_INPUT');
  });

  it('changes with the answers: the same question after a further reply has another trace', async () => {
    const before = await live({ indicator: 'iapt-in-reach' });
    await answer(ROUND, 'RWA01', withInReach('RWA01'));
    const after = await live({ indicator: 'iapt-in-reach' });
    expect(after.figures[0].yes).toBe(before.figures[0].yes + 1);
    expect(after.basis.answersHash).not.toBe(before.basis.answersHash);
  });
});

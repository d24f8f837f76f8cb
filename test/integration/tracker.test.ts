import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Response as ResponseRow } from '../../server/src/fieldwork/response.entity.js';
import { FrameService } from '../../server/src/frame/frame.service.js';
import { givenLink, givenRound, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const TRACKER = `query ($roundId: ID!, $level: TrackLevel, $threshold: String, $eligibleShare: String) {
  tracker(roundId: $roundId, level: $level, threshold: $threshold, eligibleShare: $eligibleShare) {
    level threshold asAt round { id kind }
    england { ...area } areas { ...area }
    toRing { rank odsCode name trust invited areaName areaFrame areaSubmitted reason latitude longitude }
  }
}
fragment area on TrackedArea {
  code name frame invited started submitted silent
  dispositions { complete partial refusal noContact other unknownEligibility eligibleShare }
  rates { rr1 rr2 rr3 rr4 rr5 rr6 }
  indicators { id yes no dontKnow notKnown frame verdict atLeast atMost }
}`;

describe('following the replies of a round', () => {
  let server: TestServer;
  let lead: Person;
  let frameSize: number;
  const ROUND = 'followed-2027';
  const teamOf = async (odsCode: string): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, { odsCode, roundId: ROUND }));
  const track = async (values: Record<string, unknown> = {}, by: Person = lead) => {
    const { data, errors } = await by.ask(TRACKER, { roundId: ROUND, ...values });
    return { tracker: data?.['tracker'], error: errors?.[0] };
  };

  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    await givenRound(server, ROUND, { kind: 'live' });
    frameSize = server.app.get(FrameService).listHospitals('acute-ed-2018').length;
  });
  afterAll(() => server.stop());

  it('is for the survey lead alone, by both ways', async () => {
    const { tracker, error } = await track({}, thePublic(server));
    expect([tracker, error?.extensions['code']]).toEqual([undefined, 'FORBIDDEN']);
    const refused = await server.get(`/manage/v1/rounds/${ROUND}/chase-list.csv`);
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('Oldham');
  });

  it('begins with a frame that is silent: no reply, and no rate that nobody can know', async () => {
    const { tracker } = await track();
    expect(tracker.england).toMatchObject({
      frame: frameSize,
      invited: 0,
      started: 0,
      submitted: 0,
      silent: frameSize,
      rates: { rr1: 0, rr2: 0, rr3: null, rr4: null, rr5: null, rr6: null },
    });
    expect(tracker.toRing).toHaveLength(frameSize);
  });

  it('counts hospitals as they are invited, begin, and submit, each in its region', async () => {
    const [oldham, exeter] = [await teamOf('RW603'), await teamOf('RH801')];
    await teamOf('RA301');
    await oldham.submit(withoutInReach('RW603'));
    await exeter.open('role');
    await exeter.save('role', { role: ['liaison_lead'] });
    const second = await teamOf('RW603');
    await second.submit(withoutInReach('RW603'));

    const { tracker } = await track();
    expect(tracker.england).toMatchObject({
      invited: 3,
      started: 2,
      submitted: 1,
      silent: frameSize - 2,
      dispositions: {
        complete: 1,
        partial: 1,
        refusal: 0,
        noContact: 0,
        other: 0,
        unknownEligibility: frameSize - 2,
        eligibleShare: null,
      },
    });
    expect(tracker.england.rates.rr1).toBeCloseTo(1 / frameSize, 12);
    expect(tracker.england.rates.rr2).toBeCloseTo(2 / frameSize, 12);
    const region = (name: string) => tracker.areas.find((area: any) => area.name === name);
    expect(region('North West')).toMatchObject({ invited: 1, started: 1, submitted: 1 });
    expect(region('South West')).toMatchObject({ invited: 2, started: 1, submitted: 0 });
    expect(tracker.toRing.map(({ odsCode }: any) => odsCode)).toEqual(
      expect.not.arrayContaining(['RW603', 'RH801']),
    );
    expect(tracker.toRing.find(({ odsCode }: any) => odsCode === 'RA301')).toMatchObject({ invited: true });
  });

  it.each(['england', 'region', 'icb', 'site_category'])('adds up to England by %s', async (level) => {
    const { tracker } = await track({ level });
    const { england, areas } = tracker;
    const sum = (key: string): number => areas.reduce((total: number, area: any) => total + area[key], 0);
    for (const key of ['frame', 'invited', 'started', 'submitted', 'silent'])
      expect(sum(key), key).toBe(england[key]);
    expect(tracker.level).toBe(level);
  });

  it('says how many replies are still needed for the share that the lead chose', async () => {
    const { tracker } = await track({ threshold: '50%' });
    const yes = Math.ceil(frameSize / 2) - 1;
    expect(tracker.england.indicators[0]).toMatchObject({
      id: 'iapt-treats-mus-ltc',
      yes: 1,
      no: 0,
      verdict: 'cannot_say',
      atLeast: Math.min(yes, Math.floor(frameSize / 2) + 1),
      atMost: frameSize - 1,
    });
    const { tracker: none } = await track({ threshold: '0/1' });
    expect(none.england.indicators[0]).toMatchObject({ verdict: 'surely_at_least', atLeast: 0, atMost: 0 });
  });

  it('knows RR3 and RR4 as soon as the lead says which share of the silent is eligible', async () => {
    const { tracker } = await track({ eligibleShare: '1/2' });
    expect(tracker.england.dispositions.eligibleShare).toBe(0.5);
    expect(tracker.england.rates.rr3).toBeCloseTo(1 / (2 + 0.5 * (frameSize - 2)), 12);
  });

  it('counts a hospital whose only form was taken back as refused, and still does not ring it', async () => {
    const weston = await teamOf('RA301');
    await weston.submit(withoutInReach('RA301'));
    await server.unitOfWork.run(SYSTEM, async (unit) => {
      await unit.manager.update(
        ResponseRow,
        { invitationId: weston.link.invitationId },
        { state: 'withdrawn' },
      );
      unit.touch(`round:${ROUND}`);
    });
    const { tracker } = await track();
    expect(tracker.england.dispositions).toMatchObject({ complete: 1, refusal: 1 });
    expect(tracker.toRing.some(({ odsCode }: any) => odsCode === 'RA301')).toBe(false);
  });

  it.each([
    ['a threshold that is none', { threshold: 'half' }, 'BAD_INPUT', 'threshold'],
    ['a share above 1', { eligibleShare: '3/2' }, 'BAD_INPUT', 'eligibleShare'],
    ['a round that only repeats a report', { roundId: '2017-18' }, 'CONFLICT', 'roundId'],
    ['a round that does not exist', { roundId: 'nope' }, 'NOT_FOUND', 'round'],
  ])('refuses %s and says what would do', async (_case, values, code, field) => {
    const { error } = await track(values);
    expect(error?.extensions).toMatchObject({ code, field });
    expect(String(error?.extensions['mend'])).not.toBe('');
  });

  describe('the chase list as a file', () => {
    const file = (round: string, query = '') => lead.get(`/manage/v1/rounds/${round}/chase-list.csv${query}`);
    const rowsOf = async (answer: Response): Promise<Record<string, string>[]> =>
      parse(await answer.text(), { columns: true, bom: true });

    it('holds the same hospitals in the same order as the screen', async () => {
      const { tracker } = await track({ level: 'icb' });
      const rows = await rowsOf(await file(ROUND, '?level=icb'));
      expect(rows.map(({ odsCode }) => odsCode)).toEqual(tracker.toRing.map(({ odsCode }: any) => odsCode));
      expect(rows.map(({ reason }) => reason)).toEqual(tracker.toRing.map(({ reason }: any) => reason));
      expect(rows[0]).toMatchObject({ rank: '1', kind: 'live' });
    });

    it('is kept by nobody on the way, and is saved under a name', async () => {
      const { headers } = await file(ROUND);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="liaison-atlas_${ROUND}_chase-list.csv"`,
      );
    });

    it('of a synthetic round says so in its name and in every row', async () => {
      const answer = await file('demo-2026');
      expect(answer.headers.get('content-disposition')).toContain('filename="SYNTHETIC_');
      const rows = await rowsOf(answer);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect([row['kind'], row['name']?.slice(0, 5)]).toEqual(['synthetic', 'DEMO ']);
    });

    it.each([
      [`/${ROUND}`, '?level=nowhere', 400],
      [`/${ROUND}`, '?level=icb&level=region', 400],
      ['/nope', '', 404],
      ['/2017-18', '', 409],
    ])('of %s with “%s” is refused', async (round, query, status) => {
      const answer = await file(round.slice(1), query);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ mend: expect.stringMatching(/./) });
    });
  });
});

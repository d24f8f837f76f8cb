import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Response } from '../../server/src/fieldwork/response.entity.js';
import { RoundStepService } from '../../server/src/fieldwork/plan/round-step.service.js';
import { givenLink, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, thePublic } from '../support/people.js';
import { READY, RoundPlanner } from '../support/round-planner.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

describe('the steps of a round', () => {
  let server: TestServer;
  let lead: RoundPlanner;
  const clock = new TestClock();
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined }, { clock });
    lead = await RoundPlanner.of(server);
  });
  afterAll(() => server.stop());

  const team = async (roundId: string, odsCode = 'RW603'): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, { roundId, odsCode }));
  const publicRounds = async (): Promise<string[]> => {
    const { data } = await thePublic(server).ask('{ rounds { id } }');
    return ((data?.['rounds'] ?? []) as { id: string }[]).map(({ id }) => id);
  };
  const liveForms = async (id: string): Promise<Record<string, number>> => {
    const { data } = await lead.ask(
      `{ liveRound(id: "${id}") { forms { received accepted excluded partial analysed } } }`,
    );
    return data?.['liveRound'].forms;
  };

  it('pilots: answers are taken before the opening date, never count, and let go of their links', async () => {
    await lead.create('unreal-pilot');
    await lead.save('unreal-pilot', { ...READY, opensAt: '2098-01-01' });
    expect((await lead.step('unreal-pilot', 'pilot')).round).toMatchObject({
      state: 'pilot',
      takesAnswers: true,
    });
    expect(await publicRounds()).not.toContain('unreal-pilot');
    const [sent, begun] = [await team('unreal-pilot'), await team('unreal-pilot', 'RH801')];
    expect((await sent.submit(withoutInReach('RW603'))).problems).toEqual([]);
    await begun.save('role', { role: ['liaison_lead'] });
    const sorry = await team('unreal-pilot', 'RA301');
    await sorry.submit(withoutInReach('RA301'));
    await sorry.withdraw();
    expect(await liveForms('unreal-pilot')).toMatchObject({ received: 2, excluded: 1, analysed: 0 });
    const release = await lead.ask(
      'mutation { releaseRound(input: { roundId: "unreal-pilot", kind: interim, note: "", idempotencyKey: "of-a-pilot" }) { ... on ReleaseRefused { problems { code } } } }',
    );
    expect(release.data?.['releaseRound'].problems).toEqual([{ code: 'NOT_OPENED' }]);
    // Its questionnaire stands while forms of it are out.
    expect((await lead.save('unreal-pilot', { instrumentVersion: '1.0' })).refused).toEqual([
      'instrumentVersion FIELD_LOCKED',
    ]);

    await lead.save('unreal-pilot', { opensAt: '' });
    const { round } = await lead.step('unreal-pilot', 'open');
    expect(round).toMatchObject({ state: 'open', takesAnswers: true, sentForms: 0, unsentForms: 0 });
    expect(await liveForms('unreal-pilot')).toMatchObject({
      received: 1,
      excluded: 1,
      partial: 0,
      analysed: 0,
    });
    expect(await publicRounds()).toContain('unreal-pilot');
    // The same link answers afresh, and now it counts.
    expect(await sent.stored()).toBeNull();
    expect((await sent.submit(withoutInReach('RW603'), { key: 'team-key-1' })).problems).toEqual([]);
    expect(await liveForms('unreal-pilot')).toMatchObject({
      received: 2,
      accepted: 1,
      excluded: 1,
      analysed: 1,
    });
  });

  it('goes back from a pilot to a draft, and its questionnaire can change', async () => {
    await lead.create('unreal-back');
    await lead.save('unreal-back', READY);
    await lead.step('unreal-back', 'pilot');
    const { round } = await lead.step('unreal-back', 'draft');
    expect(round).toMatchObject({ state: 'draft', takesAnswers: false, locked: [] });
    // Not refused as standing already, but because no new round begins with what is retired.
    expect((await lead.save('unreal-back', { instrumentVersion: '1.0' })).refused).toEqual([
      'instrumentVersion INSTRUMENT_NOT_PUBLISHED',
    ]);
  });

  it('holds what respondents were told once it is open, and may only become stricter', async () => {
    await lead.opened('unreal-told');
    expect(
      (await lead.save('unreal-told', { purpose: 'research', nameDontKnow: true, closesAt: '' })).refused,
    ).toEqual(['correctionsUntil CORRECTIONS_WITHOUT_CLOSE']);
    expect(
      (await lead.save('unreal-told', { purpose: 'research', nameDontKnow: true, frameId: 'x' })).refused,
    ).toEqual(['frameId FIELD_LOCKED', 'purpose FIELD_LOCKED', 'nameDontKnow NAMING_WIDENED']);
    expect(
      (await lead.save('unreal-told', { closesAt: '2001-01-01', correctionsUntil: '' })).refused,
    ).toEqual(['closesAt DATE_IN_THE_PAST']);
    expect(
      (await lead.save('unreal-told', { nameFacts: false, closesAt: '2098-06-15' })).round,
    ).toMatchObject({
      state: 'open',
      nameFacts: false,
      closesAt: '2098-06-15T23:59:59.000Z',
    });
    const words = await (await (await team('unreal-told')).open('information')).text();
    expect(words).toContain('service evaluation');
    expect(words).toContain('12 months after the final release');
  });

  it('closes by a button: unsent forms are partial; a save of an older plan does not open it again', async () => {
    await lead.opened('unreal-close');
    const [sent, begun] = [await team('unreal-close'), await team('unreal-close', 'RH801')];
    await sent.submit(withInReach('RW603'));
    await begun.save('role', { role: ['liaison_lead'] });
    const { revision, steps } = await lead.get('unreal-close');
    expect(steps[0].consequences.join(' ')).toContain('1 form never sent becomes partial');
    const closed = await lead.step('unreal-close', 'corrections');
    expect(closed.round).toMatchObject({ state: 'corrections', takesAnswers: false, takesCorrections: true });
    expect((await begun.stored())?.state).toBe('partial');
    expect(await liveForms('unreal-close')).toMatchObject({ accepted: 1, partial: 1 });
    // A second click, and a plan that was opened before.
    expect((await lead.step('unreal-close', 'corrections', revision)).round?.['state']).toBe('corrections');
    expect((await lead.save('unreal-close', { title: 'Late' }, revision)).stale).toMatchObject({
      state: 'corrections',
    });
    expect((await lead.save('unreal-close', { title: 'Late' })).round).toMatchObject({
      state: 'corrections',
      title: 'Late',
    });
    expect((await lead.step('unreal-close', 'cleaning')).round).toMatchObject({
      state: 'cleaning',
      takesCorrections: false,
      steps: [],
    });
  });

  it('follows its dates by itself, and what it takes agrees with them at every moment', async () => {
    await lead.opened('unreal-dates');
    const begun = await team('unreal-dates');
    await begun.save('role', { role: ['liaison_lead'] });
    const steps = server.app.get(RoundStepService);
    const at = async (moment: string) => {
      clock.set(moment);
      // Sessions and links of the tests end long before: what holds then is asked of the rules themselves.
      const [taken] = [await steps.takeDue()];
      const stored = (await server.reader.query(`SELECT state FROM round WHERE id = 'unreal-dates'`)) as {
        state: string;
      }[];
      return { taken: taken > 0, state: stored[0]?.state };
    };
    try {
      expect(await at('2098-05-31T23:59:58.999Z')).toMatchObject({ state: 'open' });
      expect(await at('2098-05-31T23:59:59.000Z')).toMatchObject({ taken: true, state: 'corrections' });
      expect(await at('2098-06-30T23:59:58.000Z')).toMatchObject({ state: 'corrections' });
      expect(await at('2098-06-30T23:59:59.000Z')).toMatchObject({ taken: true, state: 'cleaning' });
      expect(await at('2098-07-01T00:00:00.000Z')).toMatchObject({ taken: false, state: 'cleaning' });
    } finally {
      clock.release();
    }
    const form = await server.reader.getRepository(Response).findOneByOrFail({ roundId: 'unreal-dates' });
    expect(form.state).toBe('partial');
  });
});

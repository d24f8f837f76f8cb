import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { givenLink, withInReach } from '../support/given.js';
import { LiaisonTeam, wordsOf } from '../support/people.js';
import { READY, RoundPlanner } from '../support/round-planner.js';
import { startServer, type TestServer } from '../support/start-server.js';

const STILL = /Last time \(Unreal round unreal-before\) the answer for this hospital was (\w+)/;

describe('what a hospital said last time', () => {
  let server: TestServer;
  let lead: RoundPlanner;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await RoundPlanner.of(server);
    await lead.opened('unreal-before');
    const form = withInReach('RW603', {
      psychology_on_site: ['yes'],
      other_integrated_service: ['no'],
      planned_start: ['dk'],
    });
    expect((await (await team('unreal-before')).submit(form)).problems).toEqual([]);
    const reserved = withInReach('RH801', { consent_facts: ['no'] });
    expect((await (await team('unreal-before', 'RH801')).submit(reserved)).problems).toEqual([]);
    await opened('unreal-after', 'unreal-before');
  });
  afterAll(() => server.stop());

  const team = async (roundId: string, odsCode = 'RW603'): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, { roundId, odsCode }));
  const opened = async (id: string, from: string): Promise<void> => {
    await lead.create(id, { from });
    await lead.save(id, READY);
    expect((await lead.step(id, 'open')).round?.['state']).toBe('open');
  };
  const page = async (of: LiaisonTeam, name: string): Promise<string> => (await of.open(name)).text();

  it('is asked beside the same question, and no answer is chosen beforehand', async () => {
    const oldham = await team('unreal-after');
    const html = await page(oldham, 'iapt_treats_mus');
    expect(STILL.exec(wordsOf(html))?.[1]).toBe('yes');
    expect(html).not.toMatch(/<input[^>]*checked/);
    // The first button of the form is the one that the Enter key presses.
    const form = html.slice(html.indexOf('data-autosave'));
    expect(/<button[^>]*type="submit"[^>]*>/.exec(form)?.[0]).not.toContain('as-last-time');
  });

  it('is not asked of scores and texts, nor where the team did not know', async () => {
    const oldham = await team('unreal-after');
    await oldham.save('iapt_inreach_mus', { iapt_inreach_mus: ['yes'] });
    for (const name of ['integration', 'positives', 'comments', 'role', 'consent'])
      expect(wordsOf(await page(oldham, name)), name).not.toMatch(STILL);
    const service = wordsOf(await page(oldham, 'service'));
    expect(service.match(new RegExp(STILL, 'g'))).toHaveLength(2);
  });

  it('is taken over by its button, goes on, and is asked no more', async () => {
    const oldham = await team('unreal-after');
    const pressed = await oldham.save('iapt_treats_mus', { 'as-last-time': ['iapt_treats_mus'] });
    expect(pressed.status).toBe(303);
    expect(pressed.headers.get('location')).toMatch(/\/iapt_treats_ltc$/);
    expect((await oldham.stored())?.draft['iapt_treats_mus']).toEqual({ given: 'yes' });
    expect(wordsOf(await page(oldham, 'iapt_treats_mus'))).not.toMatch(STILL);
  });

  it('keeps the other answers of a shared page, and stays on it', async () => {
    const oldham = await team('unreal-after');
    const pressed = await oldham.save('service', {
      other_integrated_service: ['yes'],
      'as-last-time': ['psychology_on_site'],
    });
    expect(pressed.headers.get('location')).toMatch(/\/service#psychology_on_site$/);
    expect((await oldham.stored())?.draft).toMatchObject({
      psychology_on_site: { given: 'yes' },
      other_integrated_service: { given: 'yes' },
    });
  });

  it('cannot be made up: a button for what was never said stores nothing', async () => {
    const oldham = await team('unreal-after');
    await oldham.save('integration', { 'as-last-time': ['integration'] });
    await oldham.save('iapt_treats_mus', { 'as-last-time': ['__proto__'] });
    expect((await oldham.stored())?.draft['integration']).toBeUndefined();
    expect((await oldham.stored())?.draft['iapt_treats_mus']).toBeUndefined();
  });

  it('is shown to no other hospital, to none that kept its facts to itself, and in no round that began from nothing', async () => {
    await lead.opened('unreal-alone');
    for (const [roundId, odsCode] of [
      ['unreal-after', 'RA301'],
      ['unreal-after', 'RH801'],
      ['unreal-alone', 'RW603'],
    ] as const)
      expect(wordsOf(await page(await team(roundId, odsCode), 'iapt_treats_mus')), odsCode).not.toMatch(
        STILL,
      );
  });

  it('follows a correction of the earlier form, and ends when that is withdrawn', async () => {
    const earlier = await team('unreal-before', 'RA301');
    await earlier.submit(withInReach('RA301'));
    const now = await team('unreal-after', 'RA301');
    expect(STILL.exec(wordsOf(await page(now, 'iapt_treats_ltc')))?.[1]).toBe('no');
    await earlier.submit(withInReach('RA301', { iapt_treats_ltc: ['yes'] }), { reason: 'a slip' });
    expect(STILL.exec(wordsOf(await page(now, 'iapt_treats_ltc')))?.[1]).toBe('yes');
    await earlier.withdraw();
    expect(wordsOf(await page(now, 'iapt_treats_ltc'))).not.toMatch(STILL);
  });

  it('is not taken from a pilot', async () => {
    await lead.create('unreal-tried');
    await lead.save('unreal-tried', READY);
    await lead.step('unreal-tried', 'pilot');
    await (await team('unreal-tried')).submit(withInReach('RW603'));
    await lead.step('unreal-tried', 'open');
    await opened('unreal-after-tried', 'unreal-tried');
    expect(wordsOf(await page(await team('unreal-after-tried'), 'iapt_treats_mus'))).not.toMatch(/Last time/);
  });
});

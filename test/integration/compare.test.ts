import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('how a hospital compares after sending', () => {
  let server: TestServer;
  let lead: Person;
  let roundId: string;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
    roundId = await givenRound(server, 'running');
  });
  afterAll(() => server.stop());

  const team = async (round = roundId, odsCode = 'RW603'): Promise<LiaisonTeam> =>
    new LiaisonTeam(server, await givenLink(server, { roundId: round, odsCode }));
  const compared = async (who: LiaisonTeam): Promise<string> =>
    wordsOf(await (await who.open('compare')).text());

  it('is shown to nobody who has not sent an answer', async () => {
    const silent = await team();
    await silent.save('role', { role: ['liaison_lead'] });
    const page = await silent.open('compare');
    expect([page.status, page.headers.get('location')]).toEqual([302, `/respond/${silent.link.token}`]);
  });

  it('shows the last release: the own standing, and England with its bounds', async () => {
    const sender = await team();
    await sender.submit(withoutInReach('RW603'));
    expect(wordsOf(await (await sender.open('receipt')).text())).toContain(
      'How your hospital compares with the last release',
    );
    const words = await compared(sender);
    expect(words).toContain('Your hospital then IAPT in-reach, partly integrated');
    expect(words).toContain('Yes: 4% of those who answered. Over all 179 hospitals');
    expect(words).toContain('The wording has changed since.');
  });

  it('shows of the open round how many of the region have answered, and no figure', async () => {
    const other = await team(roundId, 'RW601');
    await other.submit(withInReach('RW601'));
    const words = await compared(other);
    expect(words).toMatch(/2 of \d+ hospitals in North West have answered so far/);
    // The open round is released while it runs: what the release holds must still not be shown.
    const { data } = await lead.ask(
      'mutation { releaseRound(input: { roundId: "running", kind: interim, note: "", idempotencyKey: "compare-interim" }) { __typename } }',
    );
    expect(data?.['releaseRound'].__typename).toBe('Release');
    const after = await compared(other);
    expect(after).toContain('Over all 179 hospitals');
    expect(after).not.toContain('/rounds/running');
  });

  it('never shows invented figures beside real answers', async () => {
    const sender = await team(roundId, 'RW602');
    await sender.submit(withoutInReach('RW602'));
    expect(await (await sender.open('compare')).text()).not.toContain('demo-2026');
  });

  it('can be looked at with the receipt when the round is over, and gives a stranger nothing', async () => {
    const over = await givenRound(server, 'soon-over');
    const sender = await team(over, 'RW601');
    await sender.submit(withoutInReach('RW601'));
    await server.unitOfWork.run({ id: 'system' }, ({ manager }) =>
      manager.query(`UPDATE round SET state = 'cleaning' WHERE id = 'soon-over'`),
    );
    expect((await sender.open('compare')).status).toBe(200);
    expect((await server.get('/respond/nobodys-token-nobodys-token/compare')).status).toBe(404);
    await sender.withdraw();
    expect((await sender.open('compare')).status).toBe(302);
  });
});

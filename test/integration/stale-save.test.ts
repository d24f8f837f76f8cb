import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { givenLink, withoutInReach, byPage } from '../support/given.js';
import { hidden, LiaisonTeam, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('one form on two devices', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  /** A form of which the ward PC and the telephone both have the role page open, as it was at the same revision. */
  const onTwoDevices = async () => {
    const team = new LiaisonTeam(server, await givenLink(server));
    await team.save('hospital', { hospital: ['RW603'] });
    const expectedRevision = [hidden(await (await team.open('role')).text(), 'expectedRevision')];
    const press = (role: string, more = {}) =>
      team.press('role', { role: [role], expectedRevision, ...more });
    return { team, press };
  };

  it('overwrites nothing: the later save shows both versions and stores neither', async () => {
    const { team, press } = await onTwoDevices();
    expect((await press('psychologist')).status).toBe(303);
    const before = await team.stored();
    const events = await server.reader.getRepository(AuditEvent).count();
    const late = await press('iapt_lead');
    expect(late.status).toBe(409);
    const page = wordsOf(await late.text());
    expect(page).toContain('Clinical health psychologist');
    expect(page).toContain('Lead or manager of an NHS Talking Therapies (formerly IAPT) service');
    expect(await team.stored()).toEqual(before);
    expect(await server.reader.getRepository(AuditEvent).count()).toBe(events);
  });

  it('lets the person decide: sending the own version again, knowingly, replaces the other', async () => {
    const { team, press } = await onTwoDevices();
    await press('psychologist');
    const html = await (await press('iapt_lead')).text();
    const again = await team.press('role', {
      role: [hidden(html, 'role')],
      expectedRevision: [hidden(html, 'expectedRevision')],
    });
    expect(again.status).toBe(303);
    expect((await team.stored())?.draft).toMatchObject({ role: { given: 'iapt_lead' } });
  });

  it('asks nothing when both say the same: a double click goes on', async () => {
    const { team, press } = await onTwoDevices();
    const answers = await Promise.all(Array.from({ length: 5 }, () => press('psychologist')));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(303));
    expect(await team.draftRevision()).toBe(2);
  });

  it('keeps exactly one of five different saves at once, and tells the other four', async () => {
    const { team, press } = await onTwoDevices();
    const roles = ['psychologist', 'iapt_lead', 'liaison_lead', 'acute_trust_staff', 'other'];
    const statuses = (await Promise.all(roles.map((role) => press(role)))).map(({ status }) => status);
    expect([...statuses].sort()).toEqual([303, 409, 409, 409, 409]);
    expect((await team.stored())?.draft).toMatchObject({ role: { given: roles[statuses.indexOf(303)] } });
    expect(await team.draftRevision()).toBe(2);
  });

  it('says so to the script that saves while typing', async () => {
    const { team, press } = await onTwoDevices();
    const first = await press('psychologist', { autosave: ['1'] });
    expect([first.status, await first.json()]).toEqual([200, { revision: 2 }]);
    const late = await press('iapt_lead', { autosave: ['1'] });
    expect(late.status).toBe(409);
    expect(await late.json()).toEqual({ message: expect.stringContaining('changed somewhere else') });
    expect((await team.stored())?.draft).toMatchObject({ role: { given: 'psychologist' } });
  });

  it('does not send a check page that no longer shows what is saved', async () => {
    const { team } = await onTwoDevices();
    for (const [page, fields] of byPage(withoutInReach('RW603'))) await team.save(page, fields);
    const checked = await team.checkFields();
    await team.save('country', { country: ['wales'] });
    const answer = await team.press('submit', checked);
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain('changed on another device');
    expect(await team.sent()).toHaveLength(0);
  });

  it.each([
    ['no revision', []],
    ['a revision that is no number', ['1 OR 1=1']],
    ['a revision of the future', ['99']],
  ])('refuses a page that comes with %s', async (_fault, expectedRevision) => {
    const { team } = await onTwoDevices();
    const before = await team.stored();
    const answer = await team.press('role', { role: ['psychologist'], expectedRevision });
    expect([409, 422]).toContain(answer.status);
    expect(await team.stored()).toEqual(before);
  });
});

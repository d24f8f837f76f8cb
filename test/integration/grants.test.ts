import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Colleague, colleague, grant, signedIn } from '../support/colleagues.js';
import { givenRound } from '../support/given.js';
import { startServer, type TestServer } from '../support/start-server.js';

const live = (round: string): string => `/manage/v1/rounds/${round}/live.geojson`;
const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }): unknown =>
  errors?.[0]?.extensions['code'] ?? 'answered';

describe('a grant', () => {
  let server: TestServer;
  let administrator: Colleague;
  beforeAll(async () => {
    server = await startServer();
    await givenRound(server, '2027');
    administrator = await colleague(server, 'admin', grant('administrator'));
  });
  afterAll(() => server.stop());

  const give = (personId: string, role: string, scopeKind: string, scopeId: string) =>
    administrator.ask(
      `mutation ($personId: ID!, $grant: GrantInput!) {
        giveGrant(personId: $personId, grant: $grant) { grants { id role scopeKind scopeId revokedAt } }
      }`,
      { personId, grant: { role, scopeKind, scopeId } },
    );
  const revoke = (grantId: string) =>
    administrator.ask('mutation ($id: ID!) { revokeGrant(grantId: $id) { grants { id revokedAt } } }', {
      id: grantId,
    });

  it('of one round shows this round and no other, by every way there is', async () => {
    const lead = await colleague(server, 'lead-2027', grant('survey_lead', { kind: 'round', id: '2027' }));
    const ways = (round: string): Promise<unknown>[] => [
      lead.get(live(round)).then(({ status }) => status),
      lead.get(`/manage/v1/rounds/${round}/chase-list.csv`).then(({ status }) => status),
      lead.ask(`{ liveRound(id: "${round}") { asAt } }`).then(codeOf),
      lead.ask(`{ tracker(roundId: "${round}") { asAt } }`).then(codeOf),
      lead.ask(`{ outbox(roundId: "${round}") { sends } }`).then(codeOf),
    ];
    expect(await Promise.all(ways('2027'))).toEqual([200, 200, 'answered', 'answered', 'answered']);
    const refused = [403, 403, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'];
    expect(await Promise.all(ways('demo-2026'))).toEqual(refused);
    // A round that is not there is refused alike: a refusal does not tell what there is.
    expect(await Promise.all(ways('2031'))).toEqual(refused);
    const release = `mutation { releaseRound(input: { roundId: "demo-2026", kind: interim, note: "", idempotencyKey: "scoped-lead" }) { __typename } }`;
    expect(codeOf(await lead.ask(release))).toBe('FORBIDDEN');
    // Mail about accounts is of the whole survey.
    expect(codeOf(await lead.ask('{ outbox { sends } }'))).toBe('FORBIDDEN');
  });

  it('of a region or a hospital opens no round as a whole', async () => {
    const ofRegion = await colleague(server, 'region', grant('commissioner', { kind: 'region', id: 'Y56' }));
    const ofHospital = await colleague(
      server,
      'hospital',
      grant('site_lead', { kind: 'hospital', id: 'RW603' }),
    );
    for (const person of [ofRegion, ofHospital])
      expect((await person.get(live('demo-2026'))).status).toBe(403);
  });

  it('holds from the moment it is given and ends the moment it is revoked, in sessions that are open', async () => {
    const person = await colleague(server, 'analyst', grant('coder'));
    expect((await person.get(live('demo-2026'))).status).toBe(403);
    const { data } = await give(person.personId, 'analyst', 'round', 'demo-2026');
    const given = data?.['giveGrant'].grants.find(({ role }: { role: string }) => role === 'analyst');
    expect((await person.get(live('demo-2026'))).status).toBe(200);
    await revoke(given.id);
    expect((await person.get(live('demo-2026'))).status).toBe(403);
    // Revoked is not deleted; and it can be given anew.
    const again = await give(person.personId, 'analyst', 'round', 'demo-2026');
    const held = again.data?.['giveGrant'].grants.filter(({ role }: { role: string }) => role === 'analyst');
    expect(held.map(({ revokedAt }: { revokedAt: string | null }) => revokedAt === null).sort()).toEqual([
      false,
      true,
    ]);
    expect((await person.get(live('demo-2026'))).status).toBe(200);
  });

  it('as administrator ends the sessions from before, and taking the last role away ends them all', async () => {
    const person = await colleague(server, 'rising', grant('coder'));
    const signedInAs = async (who: Colleague) =>
      (await who.ask('{ viewer { signedIn } }')).data?.['viewer'].signedIn;
    expect(await signedInAs(person)).toBe(true);
    const { data } = await give(person.personId, 'administrator', 'survey', 'all');
    expect(await signedInAs(person)).toBe(false);
    const anew = await signedIn(server, person.personId, person.email);
    expect(await signedInAs(anew)).toBe(true);
    const held: { id: string; role: string }[] = data?.['giveGrant'].grants;
    await revoke(held.find(({ role }) => role === 'administrator')!.id);
    expect(await signedInAs(anew)).toBe(true);
    await revoke(held.find(({ role }) => role === 'coder')!.id);
    expect(await signedInAs(anew)).toBe(false);
  });

  it.each([
    ['a role that cannot be limited so', 'administrator', 'round', 'demo-2026', 'BAD_INPUT'],
    ['a site lead of the survey', 'site_lead', 'survey', 'all', 'BAD_INPUT'],
    ['a round that is not there', 'coder', 'round', '2031', 'BAD_INPUT'],
    ['a region that is not there', 'commissioner', 'region', 'Y99', 'BAD_INPUT'],
    ['a hospital that is not there', 'site_lead', 'hospital', 'XXXXX', 'BAD_INPUT'],
    ['a survey of another name', 'coder', 'survey', 'everything', 'BAD_INPUT'],
    ['what the person has already', 'administrator', 'survey', 'all', 'CONFLICT'],
  ])('is refused for %s', async (_what, role, kind, id, code) => {
    expect(codeOf(await give(administrator.personId, role, kind, id))).toBe(code);
  });

  it('is refused for a person who is not there', async () => {
    expect(codeOf(await give('nobody', 'coder', 'survey', 'all'))).toBe('NOT_FOUND');
  });

  it('of the last administrator cannot be revoked, not even by two at once', async () => {
    const { data } = await administrator.ask('{ people { id email grants { id role } } }');
    const own = data?.['people'].find(({ id }: { id: string }) => id === administrator.personId);
    expect(codeOf(await revoke(own.grants[0].id))).toBe('CONFLICT');
    const second = await give(
      (await colleague(server, 'second', grant('coder'))).personId,
      'administrator',
      'survey',
      'all',
    );
    const other = second.data?.['giveGrant'].grants.find(
      ({ role }: { role: string }) => role === 'administrator',
    );
    const both = await Promise.all([revoke(own.grants[0].id), revoke(other.id)]);
    expect(both.map(codeOf).filter((code) => code === 'answered')).toHaveLength(1);
  });
});

describe('a person', () => {
  let server: TestServer;
  let administrator: Colleague;
  const INVITE = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id email } }';
  const input = { name: 'Ada Example', role: 'coder', scopeKind: 'survey', scopeId: 'all' };
  beforeAll(async () => {
    server = await startServer();
    administrator = await colleague(server, 'admin', grant('administrator'));
  });
  afterAll(() => server.stop());

  it('is invited with a first role and told by mail, once', async () => {
    const invite = () => administrator.ask(INVITE, { input: { ...input, email: 'Ada@Example.org' } });
    expect((await invite()).data?.['invitePerson'].email).toBe('ada@example.org');
    expect(codeOf(await invite())).toBe('CONFLICT');
    const { data } = await administrator.ask('{ outbox { messages { kind recipient body state } } }');
    expect(data?.['outbox'].messages).toEqual([
      expect.objectContaining({ kind: 'welcome', recipient: 'ada@example.org', state: 'queued' }),
    ]);
    expect(data?.['outbox'].messages[0].body).toContain('/sign-in');
  });

  it.each([
    ['no name', { name: ' ' }],
    ['a name of two lines', { name: 'Ada\nExample' }],
    ['no address', { email: 'ada' }],
    ['a role that cannot be limited so', { role: 'administrator', scopeKind: 'round', scopeId: 'demo-2026' }],
  ])('with %s is refused, and there is neither account nor mail', async (_what, change) => {
    const before = await administrator.ask('{ people { id } outbox { counts { count } } }');
    const email = 'wrong@example.org';
    expect(codeOf(await administrator.ask(INVITE, { input: { ...input, email, ...change } }))).toBe(
      'BAD_INPUT',
    );
    expect(await administrator.ask('{ people { id } outbox { counts { count } } }')).toEqual(before);
  });

  it('sees where they are signed in, ends one session or all of them, and cannot touch those of others', async () => {
    const first = await colleague(server, 'bob', grant('coder'));
    const second = await signedIn(server, first.personId, first.email);
    const third = await signedIn(server, first.personId, first.email);
    const sessions = async (person: Colleague) =>
      (await person.ask('{ mySessions { id current } }')).data?.['mySessions'] as {
        id: string;
        current: boolean;
      }[];
    const listed = await sessions(first);
    expect(listed.map(({ current }) => current).filter(Boolean)).toHaveLength(1);
    expect(listed).toHaveLength(3);
    const end = 'mutation ($id: ID!) { revokeSession(id: $id) { id } }';
    const idOfSecond = (await sessions(second)).find(({ current }) => current)!.id;
    expect(codeOf(await administrator.ask(end, { id: idOfSecond }))).toBe('NOT_FOUND');
    expect(codeOf(await first.ask(end, { id: idOfSecond }))).toBe('answered');
    expect(codeOf(await second.ask('{ mySessions { id } }'))).toBe('FORBIDDEN');
    expect(await sessions(third)).toHaveLength(2);
    await first.ask('mutation { revokeOtherSessions { id } }');
    expect(codeOf(await third.ask('{ mySessions { id } }'))).toBe('FORBIDDEN');
    expect(await sessions(first)).toHaveLength(1);
  });
});

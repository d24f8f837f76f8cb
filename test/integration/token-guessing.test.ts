import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sha256 } from '../../server/src/platform/ids.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam, thePublic } from '../support/people.js';
import { SchemeMember } from '../support/scheme-member.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** The same token with its last sign changed: all but one are right. */
const nearly = (token: string): string => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
const NOWHERE = 'A'.repeat(22);

describe('a token', () => {
  let server: TestServer;
  let administrator: Colleague;
  /** One of each kind, as its owner has it, and how it is used; what comes back says whether it opened anything. */
  const kinds = new Map<string, { token: string; use: (token: string) => Promise<string> }>();
  beforeAll(async () => {
    server = await startServer({ METRICS_TOKEN: 'monitor-secret-0123456789' });
    administrator = await colleague(server, 'admin', grant('administrator'));
    const ask = async (query: string, token: string): Promise<string> => {
      const { data, errors } = await thePublic(server).ask(query, { token });
      return JSON.stringify(errors?.map(({ message, extensions }) => [message, extensions]) ?? data);
    };
    const asked = await thePublic(server).ask(
      `mutation { requestSignIn(email: "${administrator.email}") { demoPath } }`,
    );
    kinds.set('of a sign-in link', {
      token: String(asked.data?.['requestSignIn'].demoPath).split('#')[1]!,
      use: (token) => ask('mutation ($token: String!) { confirmSignIn(token: $token) { signedIn } }', token),
    });
    const rectified = await administrator.ask(
      `mutation { rectifyPerson(input: { email: "${administrator.email}", newEmail: "other@example.org" }) { demoPath } }`,
    );
    kinds.set('of a new address', {
      token: String(rectified.data?.['rectifyPerson'].demoPath).split('#')[1]!,
      use: (token) => ask('mutation ($token: String!) { confirmAddress(token: $token) }', token),
    });
    const link = await givenLink(server);
    kinds.set('of a form', {
      token: link.token,
      use: async (token) => {
        const { receipt, error, problems } = await new LiaisonTeam(server, { ...link, token }).submit(
          withoutInReach('RW603'),
        );
        return receipt === undefined ? JSON.stringify([error, problems]) : 'opened';
      },
    });
    // Another's than the administrator's, whose sessions end with their old address.
    const visitor = await colleague(server, 'visitor');
    kinds.set('of a session', {
      token: visitor.cookie.split('=')[1]!,
      use: async (token) => {
        const { data } = await server.send('{ viewer { signedIn } }', {}, `la_session=${token}`);
        return JSON.stringify(data);
      },
    });
    const owner = new SchemeMember(await colleague(server, 'commissioner', grant('commissioner')));
    const guest = new SchemeMember(await colleague(server, 'guest'));
    const { scheme } = await owner.create('QOP', { title: 'x' });
    kinds.set('of a scheme', {
      token: await owner.invite(scheme.id, 'view'),
      use: async (token) => (await guest.join(token)).error || 'opened',
    });
    kinds.set('of the monitor', {
      token: 'monitor-secret-0123456789',
      use: async (token) =>
        String((await server.get('/metrics', { authorization: `Bearer ${token}` })).status),
    });
  });
  afterAll(() => server.stop());

  const NAMES = [
    'of a sign-in link',
    'of a new address',
    'of a form',
    'of a session',
    'of a scheme',
    'of the monitor',
  ];

  it('stands in no column of any table', async () => {
    expect([...kinds.keys()]).toEqual(NAMES);
    for (const { tableName } of server.reader.entityMetadatas) {
      const rows = JSON.stringify(await server.reader.query(`SELECT * FROM "${tableName}"`));
      for (const [name, { token }] of kinds) {
        expect(token.length, name).toBeGreaterThan(20);
        expect(rows.includes(token), `${tableName} ${name}`).toBe(false);
      }
    }
  });

  it.each(NAMES)(
    '%s that is nearly right is answered as one that is nowhere near; its hash opens nothing',
    async (name) => {
      const { token, use } = kinds.get(name)!;
      const wrong = await use(NOWHERE);
      expect(await use(nearly(token))).toBe(wrong);
      // Whoever has a copy of the database has the hash.
      expect(await use(sha256(token))).toBe(wrong);
      // Shorter and longer ones are no faults.
      for (const other of [token.slice(0, 20), `${token}${token}`.slice(0, 64)])
        expect(await use(other)).toBe(wrong);
      // And the right one does open something, so that the others were refused for what they are.
      expect(await use(token)).not.toBe(wrong);
    },
  );
});

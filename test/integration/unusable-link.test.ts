import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { givenLink, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const BEFORE = '2027-06-01T12:00:00.000Z';
const MIDNIGHT = '2027-07-01T00:00:00.000Z';
const AFTER = '2027-07-02T12:00:00.000Z';

/** All that a stranger can see of an answer, but for the moment at which it was given. */
const seen = async (answer: Response): Promise<unknown> => ({
  status: answer.status,
  headers: [...answer.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id').sort(),
  body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
});

describe('a link that cannot be used', () => {
  const clock = new TestClock();
  let server: TestServer;
  let unknown: LiaisonTeam;
  /** The kinds of links that a stranger must not be able to tell apart. */
  let links: ReadonlyMap<string, LiaisonTeam>;

  beforeAll(async () => {
    clock.set(BEFORE);
    server = await startServer({ CLIENT_DIR: undefined }, { clock });
    await givenRound(server, 'closed-in-july', { closesAt: MIDNIGHT, correctionsUntil: MIDNIGHT });
    await givenRound(server, 'frozen', { state: 'frozen' });
    const team = async (values = {}): Promise<LiaisonTeam> =>
      new LiaisonTeam(server, await givenLink(server, values));
    const nobody = { token: 'AAAAAAAAAAAAAAAAAAAAAA', invitationId: '', odsCode: '' };
    unknown = new LiaisonTeam(server, nobody);
    const expired = await team({ expiresAt: MIDNIGHT });
    const expiredAndSaved = await team({ expiresAt: MIDNIGHT });
    const expiredAndSent = await team({ expiresAt: MIDNIGHT });
    const closed = await team({ roundId: 'closed-in-july' });
    const closedAndSaved = await team({ roundId: 'closed-in-july' });
    await expiredAndSaved.save('role', { role: ['liaison_lead'] });
    await closedAndSaved.save('role', { role: ['liaison_lead'] });
    expect((await expiredAndSent.submit(withoutInReach('RW603'))).problems).toEqual([]);
    links = new Map([
      ['of a shape that no link has', new LiaisonTeam(server, { ...nobody, token: 'x' })],
      ['that has expired', expired],
      ['that has expired with pages saved', expiredAndSaved],
      ['that has expired with a form sent', expiredAndSent],
      ['to a round that has closed', closed],
      ['to a round that has closed with pages saved', closedAndSaved],
      ['to a round that is frozen', await team({ roundId: 'frozen' })],
    ]);
    for (const [name, link] of [...links].slice(1, 6))
      expect((await link.open('information')).status, `${name}: good before midnight`).toBe(200);
    clock.set(AFTER);
  });
  afterAll(() => server.stop());

  const requests: readonly [string, (team: LiaisonTeam) => Promise<Response>][] = [
    ['opens it', (team) => team.open()],
    ...['information', 'role', 'check', 'later', 'receipt', 'nothing-here'].map(
      (page): [string, (team: LiaisonTeam) => Promise<Response>] => [
        `opens ${page}`,
        (team) => team.open(page),
      ],
    ),
    ['saves a page', (team) => team.press('role', { role: ['liaison_lead'], expectedRevision: ['0'] })],
    ['saves a wrong page', (team) => team.press('role', { role: ['king'] })],
    ['saves while typing', (team) => team.press('role', { role: ['liaison_lead'], autosave: ['1'] })],
    ['saves a page that does not exist', (team) => team.press('nothing-here', {})],
    ['sends', (team) => team.press('submit', { expectedRevision: ['1'], idempotencyKey: ['a-good-key'] })],
  ];

  it.each(requests)(
    'answers whoever %s exactly as it answers to a link nobody ever made',
    async (_what, request) => {
      const before = await rowCounts(server);
      const expected = await seen(await request(unknown));
      expect(expected).toMatchObject({ status: 404 });
      for (const [name, link] of links)
        expect(await seen(await request(link)), `a link ${name}`).toEqual(expected);
      expect(await rowCounts(server)).toEqual(before);
    },
  );

  it.each([
    '/respond',
    '/respond/',
    '/respond/%FF',
    '/respond/{token}/',
    '//respond/{token}',
    '/respond/{token}/role/',
    '/respond/{token}/role/more',
    '/respond/{token}/%FF',
    `/respond/${'A'.repeat(3000)}`,
  ])('answers %s with the same page too', async (path) => {
    const expected = await seen(await unknown.open());
    for (const { link } of links.values()) {
      const url = server.url + path.replace('{token}', link.token);
      expect(await seen(await fetch(url, { redirect: 'manual' }))).toEqual(expected);
    }
  });

  it.each([
    ['a right form', withoutInReach('RW603')],
    ['a wrong form', { role: ['king'] }],
  ])('answers %s sent by GraphQL alike too', async (_what, form) => {
    const before = await rowCounts(server);
    const send = async (token: string): Promise<unknown> => {
      const input = {
        token,
        idempotencyKey: 'team-key-1',
        answers: Object.entries(form).map(([variable, given]) => ({ variable, given })),
      };
      const query =
        'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { __typename } }';
      return seen(
        await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: { input } }),
        }),
      );
    };
    const expected = await send(unknown.link.token);
    for (const [name, { link }] of links) expect(await send(link.token), `a link ${name}`).toEqual(expected);
    const { error } = await unknown.submit(form);
    expect(error).toBe('UNUSABLE_LINK');
    expect(await rowCounts(server)).toEqual(before);
  });

  it('tells nothing of hospital, round or link on its page, and is kept by no cache', async () => {
    const answer = await (links.get('that has expired with pages saved') ?? unknown).open();
    const html = await answer.text();
    for (const secret of [
      'Oldham',
      'RW603',
      'Demonstration',
      'SYNTHETIC',
      'July',
      links.get('that has expired')!.link.token,
    ])
      expect(html).not.toContain(secret);
    expect(wordsOf(html)).toContain('ask the person who invited you for a new link');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('still shows the receipt after closing to whoever sent the form, and takes no change', async () => {
    clock.set(BEFORE);
    const team = new LiaisonTeam(server, await givenLink(server, { roundId: 'closed-in-july' }));
    const { receipt } = await team.submit(withoutInReach('RW603'), { key: 'sent-in-time' });
    clock.set(AFTER);
    expect(wordsOf(await (await team.open('receipt')).text())).toContain(receipt?.reference);
    const before = await rowCounts(server);
    expect((await team.save('role', { role: ['other'] })).status).toBe(409);
    expect((await team.submit(withoutInReach('RW603'), { reason: 'Too late.' })).error).toBe('UNUSABLE_LINK');
    // The same request once more is no change: it gets the receipt it was given before.
    expect((await team.submit(withoutInReach('RW603'), { key: 'sent-in-time' })).receipt).toEqual(receipt);
    expect(await rowCounts(server)).toEqual(before);
  });
});

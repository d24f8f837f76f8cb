import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { byPage, givenLink, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, theSurveyLead, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Of one trust in 2018. */
const [OWN, SAME_TRUST, ALSO_SAME] = ['RW603', 'RW601', 'RW602'] as const;
const ELSEWHERE = 'RM301';

describe('a form for several hospitals', () => {
  let server: TestServer;
  let lead: Person;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
  });
  afterAll(() => server.stop());

  let rounds = 0;
  const team = async (): Promise<LiaisonTeam> => {
    const roundId = await givenRound(server, `trust-wide-${(rounds += 1)}`);
    return new LiaisonTeam(server, await givenLink(server, { roundId, odsCode: OWN }));
  };
  const choose = async (who: LiaisonTeam, codes: readonly string[], fields = {}): Promise<Response> =>
    who.save('also', { 'also-for': codes, ...fields });

  it('offers the hospitals of the same trust, and any other of the list one by one', async () => {
    const trust = await team();
    const html = await (await trust.open('also')).text();
    expect(html).toContain(`id="also-${SAME_TRUST}"`);
    expect(html).not.toContain(`id="also-${ELSEWHERE}"`);
    const added = await choose(trust, [SAME_TRUST], { another: [ELSEWHERE], add: ['1'] });
    expect(added.headers.get('location')).toMatch(/\/also$/);
    const again = await (await trust.open('also')).text();
    expect(again).toMatch(
      new RegExp(`id="also-${ELSEWHERE}"[^>]*checked|checked[^>]*id="also-${ELSEWHERE}"`),
    );
  });

  it('shows them before and after sending, stores them with the revision and counts each hospital', async () => {
    const trust = await team();
    for (const [page, fields] of byPage(withoutInReach(OWN))) await trust.save(page, fields);
    expect((await choose(trust, [SAME_TRUST, ELSEWHERE])).headers.get('location')).toMatch(/\/check$/);
    const check = wordsOf(await (await trust.open('check')).text());
    expect(check).toContain('Further hospitals that these answers stand for');
    expect(check).toContain('Fairfield General Hospital');
    expect((await trust.send()).headers.get('location')).toMatch(/\/receipt$/);
    const receipt = wordsOf(await (await trust.open('receipt')).text());
    expect(receipt).toContain('Salford Royal');
    expect(receipt).not.toContain('has not been sent');
    const [sent] = await trust.sent();
    expect(sent?.answers['also-for']).toEqual({ given: [ELSEWHERE, SAME_TRUST] });
    const { data } = await lead.ask(
      'query ($id: ID!) { liveRound(id: $id) { forms { received analysed } hospitals { odsCode forms } } }',
      { id: `trust-wide-${rounds}` },
    );
    const { forms, hospitals } = data!['liveRound'];
    expect(forms).toEqual({ received: 1, analysed: 3 });
    const counted = hospitals.filter((each: { forms: number }) => each.forms === 1);
    expect(counted.map(({ odsCode }: { odsCode: string }) => odsCode).sort()).toEqual(
      [OWN, SAME_TRUST, ELSEWHERE].sort(),
    );
  });

  it('can be sent by a program, and corrected to fewer hospitals', async () => {
    const trust = await team();
    const submit = (alsoFor: readonly string[], key: string, reason?: string) =>
      server.send(
        `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
          ... on ResponseReceipt { revision } ... on SubmissionRefused { problems { code field } } } }`,
        {
          input: {
            token: trust.link.token,
            idempotencyKey: key,
            alsoFor,
            reason,
            answers: Object.entries(withoutInReach(OWN)).map(([variable, given]) => ({ variable, given })),
          },
        },
      );
    const first = await submit([SAME_TRUST, ALSO_SAME], 'key-number-1');
    expect(first.data?.['submitResponse']).toEqual({ revision: 1 });
    const second = await submit([ALSO_SAME], 'key-number-2', 'Fairfield has a team of its own.');
    expect(second.data?.['submitResponse']).toEqual({ revision: 2 });
    expect((await trust.sent()).map(({ answers }) => answers['also-for'])).toEqual([
      { given: [SAME_TRUST, ALSO_SAME] },
      { given: [ALSO_SAME] },
    ]);
    const unknown = await submit(['ZZZ99'], 'key-number-3', 'Why not.');
    expect(unknown.data?.['submitResponse'].problems).toMatchObject([
      { code: 'UNKNOWN_HOSPITAL', field: 'also-for' },
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['a hospital of nowhere', ['ZZZ99']],
    ['one outside the frame', ['RW604']],
    ['a whole region', Array.from({ length: 25 }, (_, at) => `RX${at}`)],
  ])('refuses %s and stores nothing', async (_what, codes) => {
    const trust = await team();
    const before = await rowCounts(server);
    expect((await choose(trust, codes)).status).toBe(422);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('overwrites nothing that somebody else saved meanwhile', async () => {
    const trust = await team();
    await trust.save('role', { role: ['liaison_lead'] });
    const late = await trust.press('also', { 'also-for': [SAME_TRUST], expectedRevision: ['0'] });
    expect(late.status).toBe(409);
    expect(wordsOf(await late.text())).toContain('changed on another device');
    expect((await trust.stored())?.draft['also-for']).toBeUndefined();
  });

  it('goes with everything else when the form is withdrawn', async () => {
    const trust = await team();
    await choose(trust, [SAME_TRUST]);
    await trust.submit(withoutInReach(OWN));
    await trust.withdraw();
    expect(JSON.stringify([await trust.stored(), await trust.sent()])).not.toContain(SAME_TRUST);
  });
});

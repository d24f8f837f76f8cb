import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { Release } from '../../server/src/publication/release.entity.js';
import { givenLink, givenRound, rowCounts, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const RELEASE = `mutation ($input: ReleaseRoundInput!) {
  releaseRound(input: $input) {
    ... on Release { number kind sha256 publishedAt forms { received analysed } hospitals { odsCode category score } }
    ... on ReleaseRefused { problems { code field message mend } }
  }
}`;

const READ = `query ($id: ID!, $number: Int) {
  release(roundId: $id, number: $number) { number sha256 forms { received analysed } hospitals { odsCode category score } }
}`;

interface Row {
  readonly odsCode: string;
  readonly category: string;
  readonly score: number | null;
}

describe('releasing a round', () => {
  let server: TestServer;
  let lead: Person;
  let everyone: Person;
  let keys = 0;
  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    everyone = thePublic(server);
  });
  afterAll(() => server.stop());

  const release = async (values: Record<string, unknown> = {}, by: Person = lead) => {
    const input = {
      roundId: 'demo-2026',
      kind: 'interim',
      note: '',
      idempotencyKey: `release-key-${(keys += 1)}`,
      ...values,
    };
    const { data, errors } = await by.ask(RELEASE, { input });
    return { made: data?.['releaseRound'], error: errors?.[0]?.extensions['code'] };
  };
  const rowsOf = async (person: Person, path: string): Promise<Row[]> => {
    const body = (await (await person.get(path)).json()) as { features: { properties: Row }[] };
    return body.features.map(({ properties }) => properties);
  };
  const publicRow = async (odsCode: string): Promise<Row | undefined> =>
    (await rowsOf(everyone, '/open/v1/rounds/demo-2026/hospitals.geojson')).find(
      (row) => row.odsCode === odsCode,
    );
  const liveRow = async (odsCode: string): Promise<(Row & { forms: number }) | undefined> =>
    (await rowsOf(lead, '/manage/v1/rounds/demo-2026/live.geojson')).find(
      (row) => row.odsCode === odsCode,
    ) as never;
  const summary = async (roundId = 'demo-2026') =>
    (await everyone.get(`/open/v1/rounds/${roundId}/summary.json`)).json() as Promise<any>;
  /** A hospital of which the newest release says that nobody answered. */
  const silentHospital = async (): Promise<string> => {
    const rows = await rowsOf(everyone, '/open/v1/rounds/demo-2026/hospitals.geojson');
    for (const { odsCode, category } of rows)
      if (category === 'NR' && (await liveRow(odsCode))?.forms === 0) return odsCode;
    throw new Error('the synthetic round has no silent hospital left');
  };
  const answerFrom = async (odsCode: string, changes = {}): Promise<LiaisonTeam> => {
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode }));
    const { problems } = await team.submit(withInReach(odsCode, changes));
    expect(problems).toEqual([]);
    return team;
  };

  it('is refused to the public, and nothing is stored', async () => {
    const before = await rowCounts(server);
    expect((await release({}, everyone)).error).toBe('FORBIDDEN');
    expect(await rowCounts(server)).toEqual(before);
  });

  it('shows a new answer to the lead at once and to the public only when the lead has released it', async () => {
    const odsCode = await silentHospital();
    const [before, file] = [await summary(), '/open/v1/rounds/demo-2026/hospitals.csv'];
    const csvBefore = await (await everyone.get(file)).text();

    const team = await answerFrom(odsCode);
    expect(await liveRow(odsCode)).toMatchObject({ category: 'G3', forms: 1 });
    expect(await summary()).toEqual(before);
    expect(await (await everyone.get(file)).text()).toBe(csvBefore);
    expect(await publicRow(odsCode)).toMatchObject({ category: 'NR', score: null });

    const { made } = await release({ note: 'With the hospital that answered in the test.' });
    expect(made).toMatchObject({ number: before.release.number + 1, kind: 'interim' });
    const after = await summary();
    expect(after.release).toMatchObject({
      number: made.number,
      sha256: made.sha256,
      publishedAt: made.publishedAt,
    });
    expect(after.forms.received).toBe(before.forms.received + 1);
    expect(after.forms.analysed).toBe(before.forms.analysed + 1);
    const inReach = (of: typeof after) =>
      of.indicators.find(({ id }: { id: string }) => id === 'iapt-in-reach');
    expect(inReach(after).yes).toBe(inReach(before).yes + 1);
    expect(inReach(after).notKnown).toBe(inReach(before).notKnown - 1);
    expect(await publicRow(odsCode)).toMatchObject({ category: 'G3', score: 60 });
    expect(await (await everyone.get(file)).text()).not.toBe(csvBefore);

    const stored = await server.reader.getRepository(Release).findOneByOrFail({ sha256: made.sha256 });
    expect(stored.members).toContain(`${(await team.stored())?.id}:1`);

    // The release before is still there, word for word.
    const earlier = (await everyone.ask(READ, { id: 'demo-2026', number: before.release.number })).data?.[
      'release'
    ];
    expect(earlier).toMatchObject({
      sha256: before.release.sha256,
      forms: { received: before.forms.received },
    });
    expect(earlier.hospitals.find((row: Row) => row.odsCode === odsCode)).toMatchObject({
      category: 'NR',
      score: null,
    });
    const newest = (await everyone.ask(READ, { id: 'demo-2026' })).data?.['release'];
    expect(newest).toMatchObject({ number: made.number, sha256: made.sha256 });
    expect((await everyone.ask(READ, { id: 'demo-2026', number: 99 })).data?.['release']).toBeNull();
  });

  it('leaves out what has been saved and not sent', async () => {
    const odsCode = await silentHospital();
    const before = await summary();
    const team = new LiaisonTeam(server, await givenLink(server, { odsCode }));
    await team.save('iapt_inreach_mus', { iapt_inreach_mus: ['yes'] });
    expect(await liveRow(odsCode)).toMatchObject({ category: 'NR', forms: 0 });
    await release();
    const after = await summary();
    expect(after.forms.received).toBe(before.forms.received);
    expect(after.indicators).toEqual(before.indicators);
    expect(await publicRow(odsCode)).toMatchObject({ category: 'NR' });
  });

  it('publishes no score and no band without consent to the score', async () => {
    const odsCode = await silentHospital();
    await answerFrom(odsCode, { consent_score: ['no'] });
    await release();
    expect(await liveRow(odsCode)).toMatchObject({ category: 'G3' });
    expect(await publicRow(odsCode)).toMatchObject({ category: 'GP', score: null });
    expect((await summary()).scores.values.map((value: Row) => value.odsCode)).not.toContain(odsCode);
  });

  it('counts both teams when two chose the same key for their requests', async () => {
    const before = await summary();
    const codes = [await silentHospital()];
    await answerFrom(codes[0]!);
    await release();
    codes.push(await silentHospital());
    await answerFrom(codes[1]!);
    await release();
    for (const odsCode of codes) expect(await publicRow(odsCode)).toMatchObject({ category: 'G3' });
    expect((await summary()).forms.analysed).toBe(before.forms.analysed + 2);
  });

  it('counts a correction from the next release on, and changes none before it', async () => {
    const odsCode = await silentHospital();
    const team = await answerFrom(odsCode);
    const { made: first } = await release();
    const { problems } = await team.submit(withoutInReach(odsCode), { reason: 'The in-reach has ended.' });
    expect(problems).toEqual([]);
    expect(await liveRow(odsCode)).not.toMatchObject({ category: 'G3' });
    expect(await publicRow(odsCode)).toMatchObject({ category: 'G3' });
    const { made: second } = await release();
    expect(second.number).toBe(first.number + 1);
    expect(await publicRow(odsCode)).toMatchObject({ score: null });
    const again = (await everyone.ask(READ, { id: 'demo-2026', number: first.number })).data?.['release'];
    expect(again.hospitals.find((row: Row) => row.odsCode === odsCode)).toMatchObject({ category: 'G3' });
  });

  it('makes one release of a double click, or of five requests at once', async () => {
    const before = await server.reader.getRepository(Release).count();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => release({ idempotencyKey: 'pressed-five-times' })),
    );
    expect(new Set(made.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(made[0]?.made.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await release({ idempotencyKey: 'pressed-five-times' })).toEqual(made[0]);
    expect(await server.reader.getRepository(Release).count()).toBe(before + 1);
    const { number } = made[0]!.made;
    const stored = await server.reader
      .getRepository(Release)
      .findOneByOrFail({ roundId: 'demo-2026', number });
    expect(await server.reader.getRepository(AuditEvent).countBy({ entityId: stored.id })).toBe(1);
  });

  it('gives two leads who release at once two numbers', async () => {
    const [{ number: before }] = [(await summary()).release];
    const made = await Promise.all([release(), release()]);
    expect(made.map((each) => each.made.number).sort((a, b) => a - b)).toEqual([before + 1, before + 2]);
  });

  it.each([
    [
      'the round that holds the 2018 report',
      { roundId: '2017-18', kind: 'final' },
      'NOT_RELEASABLE',
      'roundId',
    ],
    ['a kind that only a report has', { kind: 'imported' }, 'WRONG_KIND', 'kind'],
    [
      'an erratum that does not say what it corrects',
      { kind: 'erratum', note: '  ' },
      'NOTE_REQUIRED',
      'note',
    ],
    ['a note that is too long', { note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG', 'note'],
    ['a key that is none', { idempotencyKey: 'no' }, 'BAD_IDEMPOTENCY_KEY', 'idempotencyKey'],
    ['a note that cannot be stored', { note: 'before\u0000after' }, 'UNREADABLE_TEXT', 'note'],
    ['a note with half a character', { note: 'half \ud800' }, 'UNREADABLE_TEXT', 'note'],
  ])('refuses %s by name, and stores nothing', async (_what, values, code, field) => {
    const before = await rowCounts(server);
    const { made, error } = await release(values);
    expect(error).toBeUndefined();
    expect(made.problems).toEqual([
      { code, field, message: expect.stringMatching(/\w/), mend: expect.stringMatching(/\w/) },
    ]);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('refuses a round that does not exist', async () => {
    expect((await release({ roundId: 'nowhere' })).error).toBe('NOT_FOUND');
  });

  describe('a round without a release', () => {
    beforeAll(() => givenRound(server, 'asked-2026'));

    it.each(['summary.json', 'hospitals.geojson', 'hospitals.csv'])(
      'has no %s: 404 NOT_RELEASED',
      async (file) => {
        for (const round of ['asked-2026', 'never-heard-of']) {
          const answer = await everyone.get(`/open/v1/rounds/${round}/${file}`);
          expect(answer.status).toBe(404);
          expect(await answer.json()).toMatchObject({ code: 'NOT_RELEASED' });
        }
        expect((await everyone.ask(READ, { id: 'asked-2026' })).data).toEqual({ release: null });
      },
    );

    it('is in the list of rounds, with nothing released', async () => {
      const rounds = (await (await everyone.get('/open/v1/rounds')).json()) as {
        id: string;
        latestRelease: unknown;
      }[];
      expect(rounds.find(({ id }) => id === 'asked-2026')).toMatchObject({
        kind: 'live',
        latestRelease: null,
      });
    });

    it('cannot begin with an erratum', async () => {
      const { made } = await release({
        roundId: 'asked-2026',
        kind: 'erratum',
        note: 'Nothing to correct yet.',
      });
      expect(made.problems).toEqual([expect.objectContaining({ code: 'WRONG_KIND' })]);
    });

    it('gets its first public figures with its first release, even with no answer at all', async () => {
      const { made } = await release({ roundId: 'asked-2026', kind: 'interim' });
      expect(made).toMatchObject({ number: 1, kind: 'interim', forms: { received: 0, analysed: 0 } });
      const { kind, indicators } = await summary('asked-2026');
      expect(kind).toBe('live');
      for (const indicator of indicators)
        expect(indicator).toMatchObject({
          yes: 0,
          no: 0,
          dontKnow: 0,
          notKnown: 175,
          lower: 0,
          upper: 1,
          amongRespondents: null,
        });
    });
  });
});

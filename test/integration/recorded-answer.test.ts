import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { byPage, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { tokenIn } from '../support/open-link-visitor.js';
import { LiaisonTeam, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const HOSPITAL = 'RW603';

describe('an answer taken by telephone or on paper', () => {
  let server: TestServer;
  let cleaner: Colleague;
  let roundId: string;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    roundId = await givenRound(server, 'by-telephone');
    cleaner = await colleague(server, 'cleaner', grant('cleaner', { kind: 'round', id: roundId }));
  });
  afterAll(() => server.stop());

  const record = async (changes: Record<string, string> = {}) => {
    const input = { roundId, odsCode: HOSPITAL, mode: 'telephone', takenOn: '2026-01-05', spokenTo: 'nurse' };
    const { data, errors } = await cleaner.ask(
      `mutation ($input: RecordAnswerInput!) { recordAnswer(input: $input) {
        ... on RecordingPath { path } ... on RecordingRefused { problems { code field } } } }`,
      { input: { ...input, ...changes } },
    );
    return { ...data?.['recordAnswer'], error: errors?.[0]?.extensions['code'] };
  };
  const listed = async () => {
    const { data } = await cleaner.ask(
      'query ($id: ID!) { recordedAnswers(roundId: $id) { id odsCode mode note state } }',
      { id: roundId },
    );
    return data?.['recordedAnswers'];
  };
  const pagesAt = async (path: string): Promise<LiaisonTeam> => {
    const token = tokenIn(path);
    const { id, odsCode } = await server.reader
      .getRepository(Invitation)
      .findOneByOrFail({ tokenHash: sha256(token) });
    return new LiaisonTeam(server, { token, invitationId: id, odsCode });
  };

  it('goes through the answering pages, which say so, and is stored with its mode', async () => {
    const { path } = await record();
    const pages = await pagesAt(path);
    expect(wordsOf(await (await pages.open('information')).text())).toContain('TELEPHONE.');
    for (const [page, fields] of byPage(withoutInReach(HOSPITAL)))
      expect((await pages.save(page, fields)).status, page).toBe(303);
    expect((await pages.send()).headers.get('location')).toMatch(/\/receipt$/);
    expect(await pages.stored()).toMatchObject({ mode: 'telephone', revision: 1, odsCode: HOSPITAL });
    expect(await listed()).toMatchObject([
      {
        odsCode: HOSPITAL,
        mode: 'telephone',
        note: 'by telephone, 2026-01-05, nurse or therapist',
        state: 'sent',
      },
    ]);
    const { data } = await cleaner.ask(
      'query ($id: ID!) { liveRound(id: $id) { hospitals { odsCode forms modes } } tracker(roundId: $id) { england { invited submitted } } }',
      { id: roundId },
    );
    expect(data?.['liveRound'].hospitals).toContainEqual({
      odsCode: HOSPITAL,
      forms: 1,
      modes: ['telephone'],
    });
    // Nobody was invited: that an answer came is no invitation.
    expect(data?.['tracker'].england).toEqual({ invited: 0, submitted: 1 });
  });

  it('writes down who recorded it, and never who was spoken to', async () => {
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'answer.recording-begun' }, order: { seq: 'ASC' } });
    expect(events).toMatchObject([
      { actorId: cleaner.personId, detail: { round: roundId, hospital: HOSPITAL, mode: 'telephone' } },
    ]);
  });

  it('can be gone on with by another link, to the same form', async () => {
    const { path } = await record({ mode: 'paper', odsCode: 'RW601' });
    const pages = await pagesAt(path);
    await pages.save('role', { role: ['liaison_lead'] });
    const [{ id }] = await listed();
    const { data } = await cleaner.ask('mutation ($id: ID!) { reopenRecordedAnswer(id: $id) { path } }', {
      id,
    });
    const other = new LiaisonTeam(server, {
      ...pages.link,
      token: tokenIn(data?.['reopenRecordedAnswer'].path),
    });
    expect(other.link.token).not.toBe(pages.link.token);
    expect(wordsOf(await (await other.open('check')).text())).toContain('Lead or manager');
    expect(wordsOf(await (await other.open('check')).text())).toContain('PAPER.');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a hospital of nowhere', { odsCode: 'ZZZ99' }, 'odsCode'],
    ['a day in the future', { takenOn: '2999-01-01' }, 'takenOn'],
    ['a day that is none', { takenOn: 'yesterday' }, 'takenOn'],
  ])('refuses %s and stores nothing', async (_what, changes, field) => {
    const before = await rowCounts(server);
    expect((await record(changes)).problems).toMatchObject([{ field }]);
    expect(await rowCounts(server)).toEqual(before);
  });

  it('refuses a round that takes no answers', async () => {
    await givenRound(server, 'past', { state: 'cleaning' });
    const lead = await colleague(server, 'lead', grant('survey_lead'));
    const { data } = await lead.ask(
      'mutation { recordAnswer(input: { roundId: "past", odsCode: "RW603", mode: paper, takenOn: "2026-01-05", spokenTo: other }) { ... on RecordingRefused { problems { code } } } }',
    );
    expect(data?.['recordAnswer'].problems).toEqual([{ code: 'ROUND_CLOSED' }]);
  });

  it('is refused outside the round of the grant', async () => {
    expect((await record({ roundId: 'demo-2026' })).error).toBe('FORBIDDEN');
    const { errors } = await cleaner.ask('{ recordedAnswers(roundId: "demo-2026") { id } }');
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

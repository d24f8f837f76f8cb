import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { FurtherHospital } from '../../server/src/fieldwork/further-hospital.entity.js';
import { CleaningRetention } from '../../server/src/cleaning/cleaning-retention.service.js';
import { CleaningDecision } from '../../server/src/cleaning/cleaning-decision.entity.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam, theSurveyLead } from '../support/people.js';
import { copyOfTemplate, startServer, type TestServer } from '../support/start-server.js';

/** Two hospitals of one trust, and one of another. */
const [OWN, FURTHER, ELSEWHERE] = ['RW603', 'RW601', 'RH801'] as const;

describe('hospitals that hang together by a form', () => {
  let server: TestServer;
  let rounds = 0;
  let keys = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  const reviewed = async (mode = 'review'): Promise<Cleaner> => {
    const roundId = await givenRound(server, `groups-${(rounds += 1)}`);
    const cleaner = new Cleaner(await theSurveyLead(server), roundId);
    expect(await cleaner.settings({ mode })).toEqual([]);
    return cleaner;
  };
  const send = async (team: LiaisonTeam, alsoFor: readonly string[], reason?: string): Promise<void> => {
    const answers = Object.entries(withoutInReach(OWN)).map(([variable, given]) => ({ variable, given }));
    const input = { token: team.link.token, idempotencyKey: `key-${(keys += 1)}-of-a-trust`, answers };
    const { data } = await server.send(
      `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) {
        ... on ResponseReceipt { revision } ... on SubmissionRefused { problems { code field } } } }`,
      { input: { ...input, alsoFor, reason } },
    );
    expect(data?.['submitResponse'].problems).toBeUndefined();
  };
  const trustWide = async (roundId: string): Promise<{ id: string; team: LiaisonTeam }> => {
    const team = new LiaisonTeam(server, await givenLink(server, { roundId, odsCode: OWN }));
    await send(team, [FURTHER]);
    return { id: (await team.stored())!.id, team };
  };
  const indexed = async (responseId: string): Promise<string[]> =>
    (await server.reader.getRepository(FurtherHospital).findBy({ responseId })).map(({ odsCode }) => odsCode);

  it('a form of the further hospital is not accepted beside one that speaks for it, too', async () => {
    const anna = await reviewed();
    const { id: wide } = await trustWide(anna.roundId);
    const { id } = await givenForm(server, anna.roundId, withoutInReach(FURTHER));
    expect(await indexed(wide)).toEqual([FURTHER]);
    expect((await anna.decide({ kind: 'accept', formId: id })).problems).toEqual(['OPEN_SET']);
    const both = await anna.decide(
      { kind: 'merge', formId: id, value: wide },
      { kind: 'accept', formId: wide },
    );
    expect(both.problems).toEqual([]);
    expect(await anna.ledger()).toMatchObject({ accepted: 1, merged: 1, pending: 0, analysed: 2 });
  });

  it('and is, once that one is corrected to its own hospital', async () => {
    const anna = await reviewed();
    const { id: wide, team } = await trustWide(anna.roundId);
    const { id } = await givenForm(server, anna.roundId, withoutInReach(FURTHER));
    await send(team, [], 'They have a team of their own.');
    expect(await indexed(wide)).toEqual([]);
    expect((await anna.decide({ kind: 'accept', formId: id })).problems).toEqual([]);
  });

  it('are forgotten with the form when it is withdrawn', async () => {
    const anna = await reviewed();
    const { id, team } = await trustWide(anna.roundId);
    await team.withdraw();
    expect(await indexed(id)).toEqual([]);
  });

  it('shows after every change what working the round out from nothing shows', async () => {
    const anna = await reviewed('automatic');
    const live = async (): Promise<unknown> => {
      const { data } = await anna.ask(
        'query ($roundId: ID!) { liveRound(id: $roundId) { forms { received accepted merged excluded withdrawn pending partial analysed } } }',
      );
      return data?.['liveRound'].forms;
    };
    const same = async (): Promise<void> => expect(await anna.ledger()).toEqual(await live());
    await same();
    const { team } = await trustWide(anna.roundId);
    await same();
    const { id } = await givenForm(server, anna.roundId, withInReach(FURTHER));
    await same();
    const other = await givenForm(server, anna.roundId, withoutInReach('other:Exeter Hospital, Exeter'));
    await same();
    await anna.decide({ kind: 'match', formId: other.id, value: ELSEWHERE });
    await same();
    const { ids } = await anna.decide({ kind: 'exclude', formId: id, reason: 'test' });
    await same();
    await anna.decide({ kind: 'reverse', targetId: ids[0] });
    await team.withdraw();
    await same();
    expect(await anna.settings({ mode: 'review' })).toEqual([]);
    await same();
    expect(await anna.ledger()).toMatchObject({ received: 3, withdrawn: 1, pending: 2 });
  });

  it('loses with a withdrawn form what was written about it, and keeps that it was decided', async () => {
    const anna = await reviewed();
    const { id, team } = await givenForm(server, anna.roundId, withoutInReach(OWN));
    const { ids } = await anna.decide({
      kind: 'exclude',
      formId: id,
      reason: 'not_usable',
      note: 'It says "bandicoot".',
    });
    await anna.decide({ kind: 'reverse', targetId: ids[0], note: 'Bandicoots are fine.' });
    expect((await anna.form(id)).decisions).toHaveLength(2);
    await team.withdraw();
    const rows = await server.reader.getRepository(CleaningDecision).findBy({ roundId: anna.roundId });
    expect(rows.map(({ kind, note }) => [kind, note]).sort()).toEqual([
      ['exclude', ''],
      ['reverse', ''],
    ]);
    const { data } = await anna.ask(
      'query ($roundId: ID!) { cleaningDecisions(roundId: $roundId) { total decisions { kind note } } }',
    );
    expect(data?.['cleaningDecisions'].total).toBe(2);
    expect(JSON.stringify(data)).not.toMatch(/bandicoot/i);
    expect(await server.app.get(CleaningRetention).eraseWordsOnWithdrawn()).toBe(0);
    // The words can go, and nothing else of a decision can.
    const change = server.unitOfWork.run({ id: 'somebody' }, ({ manager }) =>
      manager.update(CleaningDecision, { id: rows[0]!.id }, { note: '', reason: 'blank' }),
    );
    await expect(change).rejects.toThrow(/append-only/);
  });
});

// On SQLite one process has the file.
describe.runIf(inject('template').engine === 'postgres')('two servers of one database', () => {
  it('see what the other one stored, each form and decision', async () => {
    const place = await copyOfTemplate();
    const one = await startServer({ ...place.env, CLIENT_DIR: undefined });
    const other = await startServer({ ...place.env, CLIENT_DIR: undefined });
    try {
      const roundId = await givenRound(one, 'two-servers');
      const here = new Cleaner(await theSurveyLead(one), roundId);
      const there = new Cleaner(await theSurveyLead(other), roundId);
      await here.settings({ mode: 'review' });
      expect(await there.ledger()).toMatchObject({ received: 0 });
      // How many forms count, as each server adds them up.
      const counted = async (cleaner: Cleaner): Promise<number> => {
        const answer = await cleaner.person.get(`/manage/v1/rounds/${roundId}/form-statistics.json`);
        return ((await answer.json()) as { forms: number }).forms;
      };
      for (let turn = 1; turn <= 4; turn += 1) {
        const [from, to] = turn % 2 === 0 ? [here, there] : [there, here];
        const { id } = await givenForm(one, roundId, withoutInReach(OWN));
        expect(await to.ledger()).toMatchObject({ received: turn, pending: 1 });
        expect(await counted(to)).toBe(0);
        const accepted = await from.decide({ kind: 'accept', formId: id });
        expect(accepted.problems).toEqual([]);
        expect([await counted(to), await counted(from)]).toEqual([1, 1]);
        const back = await to.decide({ kind: 'reverse', targetId: accepted.ids[0], formId: id });
        expect(back.problems).toEqual([]);
        expect([await counted(to), await counted(from)]).toEqual([0, 0]);
        expect((await from.decide({ kind: 'exclude', formId: id, reason: 'test' })).problems).toEqual([]);
        expect(await to.ledger()).toMatchObject({ excluded: turn, pending: 0 });
        expect(await from.ledger()).toEqual(await to.ledger());
      }
    } finally {
      await one.stop();
      await other.stop();
      await place.remove();
    }
  });
});

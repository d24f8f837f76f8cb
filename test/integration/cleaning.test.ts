import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CleaningDecision } from '../../server/src/cleaning/cleaning-decision.entity.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { colleague, grant } from '../support/colleagues.js';
import { givenRound, rowCounts, withInReach, withoutInReach } from '../support/given.js';
import { theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Two hospitals of the frame. */
const [OLDHAM, EXETER] = ['RW603', 'RH801'];

describe('cleaning a round', () => {
  let server: TestServer;
  let rounds = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  /** A round of its own, in which a person decides about every form. */
  const reviewed = async (settings = {}): Promise<Cleaner> => {
    const roundId = await givenRound(server, `clean-${(rounds += 1)}`);
    const cleaner = new Cleaner(await theSurveyLead(server), roundId);
    expect(await cleaner.settings(settings)).toEqual([]);
    return cleaner;
  };
  const sums = ({
    received,
    accepted,
    merged,
    excluded,
    withdrawn,
    pending,
  }: Record<string, number>): boolean => received === accepted! + merged! + excluded! + withdrawn! + pending!;

  it('lets every form wait until a person decides, and counts it everywhere at once', async () => {
    const anna = await reviewed();
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    expect(await anna.ledger()).toMatchObject({ received: 1, pending: 1, accepted: 0, analysed: 0 });
    expect((await anna.tasks()).map(({ kind, responseIds }) => [kind, responseIds])).toEqual([
      ['form', [id]],
    ]);

    expect(await anna.decide({ kind: 'accept', formId: id })).toMatchObject({ problems: [] });
    expect(await anna.ledger()).toMatchObject({ received: 1, pending: 0, accepted: 1, analysed: 1 });
    expect(await anna.tasks()).toEqual([]);
    expect((await anna.form(id)).outcome).toBe('accepted');
  });

  it('takes a decision back, and keeps both on record', async () => {
    const anna = await reviewed();
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const { ids } = await anna.decide({ kind: 'exclude', formId: id, reason: 'test' });
    expect(await anna.ledger()).toMatchObject({ excluded: 1, pending: 0 });
    expect((await anna.cleaning())['excludedByReason']).toEqual([{ reason: 'test', count: 1 }]);
    expect(await anna.decide({ kind: 'reverse', targetId: ids[0], note: 'A slip.' })).toMatchObject({
      problems: [],
    });
    expect(await anna.ledger()).toMatchObject({ excluded: 0, pending: 1 });
    expect((await anna.form(id)).decisions.map(({ kind, state }) => [kind, state])).toEqual([
      ['exclude', 'taken_back'],
      ['reverse', 'in_force'],
    ]);
    expect((await anna.decide({ kind: 'reverse', targetId: ids[0] })).problems).toEqual(['NOT_IN_FORCE']);
  });

  it('asks for one record a hospital: of a set only the form that leads can be accepted', async () => {
    const anna = await reviewed();
    const a = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const b = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    expect((await anna.tasks()).map(({ kind }) => kind)).toEqual(['duplicate_set']);
    expect((await anna.decide({ kind: 'accept', formId: a.id })).problems).toEqual(['OPEN_SET']);
    const merged = await anna.decide(
      { kind: 'merge', formId: b.id, value: a.id },
      { kind: 'accept', formId: a.id },
    );
    expect(merged.problems).toEqual([]);
    expect(await anna.ledger()).toMatchObject({
      received: 2,
      accepted: 1,
      merged: 1,
      pending: 0,
      analysed: 1,
    });
    expect((await anna.form(b.id)).rule).toBe('R5');
  });

  it('checks the decisions of one request against each other, and stores all or none', async () => {
    const anna = await reviewed();
    const a = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const b = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const before = await rowCounts(server);
    const across = await anna.decide(
      { kind: 'merge', formId: a.id, value: b.id },
      { kind: 'merge', formId: b.id, value: a.id },
    );
    expect(across.problems).toEqual(['INTO_MERGED']);
    const both = await anna.decide({ kind: 'accept', formId: a.id }, { kind: 'accept', formId: b.id });
    expect(both.problems).toEqual(['OPEN_SET']);
    const twice = await anna.decide(
      { kind: 'exclude', formId: a.id, reason: 'test' },
      { kind: 'exclude', formId: a.id, reason: 'blank' },
    );
    expect(twice.problems).toEqual(['DECIDED_ALREADY']);
    expect(await rowCounts(server)).toEqual({ ...before, round_cleaning: before['round_cleaning'] });
    expect(await anna.ledger()).toMatchObject({ pending: 2 });
  });

  it('refuses what was decided on something older, whoever changed it', async () => {
    const anna = await reviewed();
    const { id, team } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const { mark } = await anna.form(id);
    await team.submit(withoutInReach(OLDHAM!, { comments: ['Corrected.'] }), { reason: 'a slip' });
    expect((await anna.send({ kind: 'accept', formId: id, mark })).problems).toEqual(['STALE']);

    const seen = (await anna.form(id)).mark;
    expect((await anna.send({ kind: 'exclude', formId: id, mark: seen, reason: 'test' })).problems).toEqual(
      [],
    );
    expect((await anna.send({ kind: 'accept', formId: id, mark: seen })).problems).toEqual(['STALE']);
  });

  it('lets exactly one of two win who decide at the same moment', async () => {
    const anna = await reviewed();
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const ben = new Cleaner(
      await colleague(server, 'ben', grant('cleaner', { kind: 'round', id: anna.roundId })),
      anna.roundId,
    );
    const { mark } = await anna.form(id);
    const outcomes = await Promise.all([
      anna.send({ kind: 'accept', formId: id, mark }),
      ben.send({ kind: 'exclude', formId: id, mark, reason: 'test' }),
      anna.send({ kind: 'exclude', formId: id, mark, reason: 'blank' }),
      ben.send({ kind: 'accept', formId: id, mark }),
    ]);
    expect(outcomes.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(new Set(outcomes.flatMap(({ problems }) => problems))).toEqual(new Set(['STALE']));
    const rows = await server.reader.getRepository(CleaningDecision).findBy({ roundId: anna.roundId });
    expect(rows.map(({ number }) => number)).toEqual([1]);
    expect(sums(await anna.ledger())).toBe(true);
  });

  it('numbers decisions without a gap, however many people decide at once', async () => {
    const anna = await reviewed();
    const codes = ['RW603', 'RH801', 'RA301'];
    const ids: string[] = [];
    for (const code of codes) ids.push((await givenForm(server, anna.roundId, withoutInReach(code))).id);
    const outcomes = await Promise.all(ids.map((formId) => anna.decide({ kind: 'accept', formId })));
    expect(outcomes.flatMap(({ problems }) => problems)).toEqual([]);
    const rows = await server.reader.getRepository(CleaningDecision).findBy({ roundId: anna.roundId });
    expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  it('brings a corrected form back, and forgets a withdrawn one', async () => {
    const anna = await reviewed();
    const { id, team } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    await anna.decide({ kind: 'accept', formId: id });
    await team.submit(withoutInReach(OLDHAM!, { iapt_treats_mus: ['no'] }), { reason: 'a slip' });
    expect(await anna.ledger()).toMatchObject({ accepted: 0, pending: 1, analysed: 0 });
    expect((await anna.form(id)).decisions.map(({ state }) => state)).toEqual(['outdated']);
    await anna.decide({ kind: 'accept', formId: id });
    expect(await anna.ledger()).toMatchObject({ accepted: 1 });
    await team.withdraw();
    expect(await anna.ledger()).toMatchObject({ received: 1, accepted: 0, withdrawn: 1, analysed: 0 });
    expect((await anna.decide({ kind: 'accept', formId: id })).problems).toEqual(['WITHDRAWN']);
  });

  it('proposes hospitals for a typed name, and a person matches', async () => {
    const anna = await reviewed({ mode: 'automatic' });
    const typed = await givenForm(server, anna.roundId, withoutInReach('other:Royal Oldham Hosp Oldham'));
    const nameless = await givenForm(server, anna.roundId, withoutInReach('other:General Hospital'));
    expect((await anna.tasks('unmatched_hospital')).length).toBe(2);
    expect((await anna.form(typed.id)).proposals.map(({ odsCode }) => odsCode)).toEqual([OLDHAM]);
    expect((await anna.form(nameless.id)).proposals).toEqual([]);
    expect((await anna.decide({ kind: 'accept', formId: typed.id })).problems).toEqual(['NOT_MATCHED']);
    expect((await anna.decide({ kind: 'match', formId: typed.id, value: 'XXXXX' })).problems).toEqual([
      'NO_HOSPITAL',
    ]);
    const { ids } = await anna.decide({ kind: 'match', formId: typed.id, value: OLDHAM });
    expect(await anna.ledger()).toMatchObject({ accepted: 1, pending: 1, analysed: 1 });
    expect((await anna.decide({ kind: 'not_in_frame', formId: nameless.id })).problems).toEqual([
      'NOTE_REQUIRED',
    ]);
    await anna.decide({ kind: 'not_in_frame', formId: nameless.id, note: 'A clinic without beds.' });
    expect(await anna.ledger()).toMatchObject({ accepted: 1, excluded: 1, pending: 0 });
    await anna.decide({ kind: 'reverse', targetId: ids[0] });
    expect(await anna.ledger()).toMatchObject({ accepted: 0, excluded: 1, pending: 1 });
  });

  it('keeps yes against no unresolved: nobody but the site decides it, but it can be closed', async () => {
    const anna = await reviewed();
    const a = await givenForm(server, anna.roundId, withInReach(EXETER!));
    const b = await givenForm(server, anna.roundId, withoutInReach(EXETER!));
    const open = await anna.tasks('disagreement');
    expect(open.map(({ variable }) => variable).sort()).toEqual(['iapt_inreach', 'iapt_inreach_mus']);
    expect((await anna.decide({ kind: 'merge', formId: b.id, value: a.id })).problems).toEqual([
      'DISAGREEMENT_OPEN',
    ]);
    const about = (variable: string, value: string) => ({
      kind: 'resolve',
      formId: a.id,
      odsCode: EXETER,
      perspective: 'liaison',
      variable,
      value,
    });
    expect((await anna.decide(about('iapt_inreach', 'yes'))).problems).toEqual(['SITE_FIRST']);
    expect((await anna.decide(about('co_located', 'unresolved'))).problems).toEqual(['NO_OPEN_DISAGREEMENT']);
    const closed = await anna.decide(
      about('iapt_inreach', 'unresolved'),
      about('iapt_inreach_mus', 'unresolved'),
    );
    expect(closed.problems).toEqual([]);
    const done = await anna.decide(
      { kind: 'merge', formId: b.id, value: a.id },
      { kind: 'accept', formId: a.id },
    );
    expect(done.problems).toEqual([]);
    const { data } = await anna.ask(
      'query ($roundId: ID!) { liveRound(id: $roundId) { hospitals { odsCode category } } }',
    );
    const exeter = data?.['liveRound'].hospitals.find(
      ({ odsCode }: { odsCode: string }) => odsCode === EXETER,
    );
    expect(exeter.category).toBe('CF');
  });

  it('waits for a second reader where the round asks for one', async () => {
    const anna = await reviewed({ secondReader: 'exclusions' });
    const ben = new Cleaner(await colleague(server, 'second', grant('cleaner')), anna.roundId);
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    const { ids } = await anna.decide({ kind: 'exclude', formId: id, reason: 'test' });
    expect(await anna.ledger()).toMatchObject({ excluded: 0, pending: 1 });
    expect((await anna.tasks()).map(({ kind }) => kind)).toEqual(['second_reader']);
    expect((await anna.decide({ kind: 'accept', formId: id })).problems).toEqual(['PROPOSAL_OPEN']);
    expect((await anna.decide({ kind: 'confirm', targetId: ids[0] })).problems).toEqual(['OWN_PROPOSAL']);
    expect((await ben.decide({ kind: 'confirm', targetId: ids[0] })).problems).toEqual([]);
    expect(await anna.ledger()).toMatchObject({ excluded: 1, pending: 0 });
  });

  it('flags in-reach without provision, and a person says that it is right', async () => {
    const anna = await reviewed({ mode: 'automatic' });
    const { id } = await givenForm(
      server,
      anna.roundId,
      withInReach(OLDHAM!, { iapt_treats_mus: ['no'], iapt_treats_ltc: ['no'] }),
    );
    const [flag] = await anna.tasks('consistency');
    expect(flag?.variable).toBe('in_reach_without_provision');
    expect(
      (await anna.decide({ kind: 'accept_check', formId: id, variable: flag?.variable })).problems,
    ).toEqual([]);
    expect(await anna.tasks('consistency')).toEqual([]);
    expect(await anna.ledger()).toMatchObject({ accepted: 1 });
  });

  it('switches a check off for a round, and refuses thresholds that are none', async () => {
    const anna = await reviewed({ mode: 'automatic' });
    await givenForm(
      server,
      anna.roundId,
      withInReach(OLDHAM!, { iapt_treats_mus: ['no'], iapt_treats_ltc: ['no'] }),
    );
    const check = { id: 'in_reach_without_provision', on: false, threshold: 0 };
    expect(await anna.settings({ mode: 'automatic', checks: [check] })).toEqual([]);
    expect(await anna.tasks()).toEqual([]);
    expect(await anna.settings({ checks: [{ ...check, threshold: -1 }] })).toEqual(['BAD_THRESHOLD']);
    expect(await anna.settings({ checks: [{ ...check, id: 'nothing' }] })).toEqual(['NO_CHECK']);
  });

  it('holds back a comment that looks identifying until a person has looked', async () => {
    const anna = await reviewed({ mode: 'automatic' });
    const text = 'Ask Dr Example Person, ring 0161 496 0000.';
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!, { comments: [text] }));
    expect((await anna.tasks('comment')).map(({ variable }) => variable)).toEqual(['comments']);
    expect((await anna.form(id)).comments).toMatchObject([{ state: 'waits', shown: null }]);
    const mask = { kind: 'mask_comment', formId: id, variable: 'comments' };
    expect((await anna.decide({ ...mask, value: '4-999' })).problems).toEqual(['BAD_SPANS']);
    const { ids } = await anna.decide({ ...mask, value: '4-21,28-41' });
    expect((await anna.form(id)).comments).toMatchObject([{ state: 'masked', shown: 'Ask […], ring […].' }]);
    const stored = JSON.stringify(
      await server.reader.getRepository(CleaningDecision).findBy({ responseId: id }),
    );
    expect(stored).not.toMatch(/Example|0161/);
    await anna.decide({ kind: 'reverse', targetId: ids[0] });
    await anna.decide({ kind: 'clear_comment', formId: id, variable: 'comments' });
    expect((await anna.form(id)).comments).toMatchObject([{ state: 'cleared', shown: text }]);
    expect(await anna.tasks('comment')).toEqual([]);
  });

  it('is for those whose grant covers the round', async () => {
    const anna = await reviewed();
    const elsewhere = new Cleaner(
      await colleague(server, 'elsewhere', grant('cleaner', { kind: 'round', id: 'demo-2026' })),
      anna.roundId,
    );
    for (const asked of [
      'cleaning(roundId: $roundId) { decisions }',
      'cleaningProgress(roundId: $roundId) { done }',
    ]) {
      const { errors } = await elsewhere.ask(`query ($roundId: ID!) { ${asked} }`);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    await expect(elsewhere.send({ kind: 'accept', formId: 'any' })).rejects.toThrow('FORBIDDEN');
  });

  it('is refused by the database itself to change a decision afterwards', async () => {
    const anna = await reviewed();
    const { id } = await givenForm(server, anna.roundId, withoutInReach(OLDHAM!));
    await anna.decide({ kind: 'accept', formId: id });
    const change = server.unitOfWork.run({ id: 'somebody' }, ({ manager }) =>
      manager.update(CleaningDecision, { roundId: anna.roundId }, { note: 'changed' }),
    );
    await expect(change).rejects.toThrow(/append-only/);
  });
});

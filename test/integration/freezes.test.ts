import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Freeze } from '../../server/src/cleaning/freeze.entity.js';
import { sha256 } from '../../server/src/platform/ids.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withoutInReach } from '../support/given.js';
import { type LiaisonTeam, theSurveyLead } from '../support/people.js';
import { ReleaseDeskUser, theSecondLead } from '../support/release-desk.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('freezing a round', () => {
  let server: TestServer;
  let rounds = 0;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  /** A round with two forms, one of them accepted. */
  const begun = async (): Promise<{ lead: Cleaner; accepted: string; team: LiaisonTeam; open: string }> => {
    const lead = new Cleaner(
      await theSurveyLead(server),
      await givenRound(server, `freeze-${(rounds += 1)}`),
    );
    await lead.settings({ mode: 'review' });
    const { id: accepted, team } = await givenForm(server, lead.roundId, withoutInReach('RW603'));
    const { id: open } = await givenForm(server, lead.roundId, withoutInReach('RH801'));
    await lead.decide({ kind: 'accept', formId: accepted });
    return { lead, accepted, team, open };
  };

  /** Somebody else says that the freeze may be published. */
  const signedOff = async ({ roundId }: Cleaner): Promise<void> =>
    void (await new ReleaseDeskUser(await theSecondLead(server), roundId).sign());

  it('names exactly the revisions that are in, under a hash that can be made again', async () => {
    const { lead, accepted, open } = await begun();
    expect(await lead.freeze('')).toEqual({ number: 1, problems: [] });
    const row = await server.reader.getRepository(Freeze).findOneByOrFail({ roundId: lead.roundId });
    expect(sha256(row.document)).toBe(row.sha256);
    const { forms, lastDecision } = JSON.parse(row.document);
    const outcomes = forms.map(({ revision, outcome }: Record<string, string>) => `${revision} ${outcome}`);
    expect(outcomes.sort()).toEqual([`${accepted}:1 accepted`, `${open}:1 pending`].sort());
    expect(lastDecision).toBe(1);
  });

  it('lets nothing be decided until it is opened again with a reason', async () => {
    const { lead, open } = await begun();
    await lead.freeze('');
    expect((await lead.decide({ kind: 'accept', formId: open })).problems).toEqual(['FROZEN']);
    expect(await lead.settings({ mode: 'automatic' })).toEqual(['FROZEN']);
    expect((await lead.freeze('again')).problems).toEqual(['FROZEN']);
    expect(await lead.reopen(' ')).toEqual(['REASON_REQUIRED']);
    expect(await lead.reopen('One form was overlooked.')).toEqual([]);
    expect(await lead.reopen('Twice.')).toEqual(['NOT_FROZEN']);
    expect((await lead.decide({ kind: 'accept', formId: open })).problems).toEqual([]);
    expect((await lead.freeze('')).problems).toEqual(['REASON_REQUIRED']);
    expect(await lead.freeze('With the overlooked form.')).toEqual({ number: 2, problems: [] });
  });

  it('is refused to somebody who has not seen the latest decision', async () => {
    const { lead, open } = await begun();
    const seen = (await lead.cleaning())['decisions'];
    await lead.decide({ kind: 'exclude', formId: open, reason: 'test' });
    expect((await lead.freeze('', seen)).problems).toEqual(['STALE']);
  });

  it('is what a final release stands on, and what changes it is an erratum', async () => {
    const { lead, open, team } = await begun();
    expect((await lead.release('final', 'no-freeze-1')).problems).toMatchObject([{ code: 'NOT_FROZEN' }]);
    await lead.freeze('');
    await signedOff(lead);
    await team.submit(withoutInReach('RW603', { iapt_treats_mus: ['no'] }), { reason: 'after the freeze' });
    const final = await lead.release('final', 'final-1-key');
    expect(final).toMatchObject({ number: 1, forms: { received: 2, accepted: 1, pending: 1, analysed: 1 } });
    const oldham = final['hospitals'].find(({ odsCode }: { odsCode: string }) => odsCode === 'RW603');
    expect(oldham.category).toBe('G1');
    expect(await lead.release('final', 'final-1-key')).toMatchObject({ number: 1 });
    expect((await lead.release('final', 'final-2-key')).problems).toMatchObject([{ code: 'WRONG_KIND' }]);

    await lead.reopen('A form was overlooked.');
    expect((await lead.release('erratum', 'erratum-key', 'One more form.')).problems).toMatchObject([
      { code: 'NOT_FROZEN' },
    ]);
    await lead.decide({ kind: 'accept', formId: open });
    await lead.freeze('With it.');
    await signedOff(lead);
    expect(await lead.release('erratum', 'erratum-key', 'One more form.')).toMatchObject({
      number: 2,
      // The corrected form waits again: its acceptance was for the revision before.
      forms: { received: 2, accepted: 1, pending: 1 },
    });
  });

  it('does not stand for a form that was taken back since', async () => {
    const { lead, team } = await begun();
    await lead.freeze('');
    await team.withdraw();
    expect((await lead.release('final', 'withdrawn-key')).problems).toMatchObject([
      { code: 'FREEZE_OUTDATED' },
    ]);
    const { data } = await lead.ask(
      'query ($roundId: ID!) { releaseBasis(roundId: $roundId, kind: final) { problems { code } forms { received } } }',
    );
    expect(data?.['releaseBasis']).toEqual({ problems: [{ code: 'FREEZE_OUTDATED' }], forms: null });
  });

  it('shows before a release what will be released', async () => {
    const { lead } = await begun();
    const basis = async (kind: string): Promise<Record<string, any>> => {
      const { data } = await lead.ask(
        `query ($roundId: ID!) { releaseBasis(roundId: $roundId, kind: ${kind}) { freezeNumber sha256 forms { received accepted } problems { code } } }`,
      );
      return data?.['releaseBasis'];
    };
    expect(await basis('interim')).toMatchObject({ freezeNumber: null, sha256: '', forms: { accepted: 1 } });
    expect((await basis('final'))['problems']).toEqual([{ code: 'NOT_FROZEN' }]);
    await lead.freeze('');
    expect(await basis('final')).toMatchObject({ freezeNumber: 1, forms: { received: 2, accepted: 1 } });
  });

  it('can be compared with the next: forms in and out, values, figures', async () => {
    const { lead, accepted, open } = await begun();
    await lead.freeze('');
    await lead.reopen('To look again.');
    await lead.decide({ kind: 'accept', formId: open });
    const { decisions } = await lead.form(accepted);
    await lead.decide({ kind: 'reverse', targetId: decisions[0]?.id });
    await lead.decide({ kind: 'exclude', formId: accepted, reason: 'test' });
    await lead.freeze('Looked again.');
    const { data } = await lead.ask(
      `query ($roundId: ID!) { freezeDifference(roundId: $roundId, from: 1, to: 2) {
        formsIn { responseId } formsOut { responseId to } corrected { responseId }
        values { odsCode variable from to } figures { id from to } } }`,
    );
    const found = data?.['freezeDifference'];
    expect(found.formsIn).toEqual([{ responseId: open }]);
    expect(found.formsOut).toEqual([{ responseId: accepted, to: 'excluded test 1' }]);
    expect(found.corrected).toEqual([]);
    expect(found.values).toContainEqual({
      odsCode: 'RW603',
      variable: 'iapt_treats_mus',
      from: 'yes',
      to: 'no_reply',
    });
    expect(found.figures).toEqual([]);
  });

  it('is made once when two people freeze at the same moment', async () => {
    const { lead } = await begun();
    const seen = (await lead.cleaning())['decisions'];
    const both = await Promise.all([lead.freeze('', seen), lead.freeze('', seen)]);
    expect(both.map(({ number }) => number).sort()).toEqual([0, 1]);
    expect(both.flatMap(({ problems }) => problems)).toEqual(['FROZEN']);
  });
});

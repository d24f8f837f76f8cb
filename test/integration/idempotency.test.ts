import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { byPage, givenLink, withInReach, withoutInReach } from '../support/given.js';
import { LiaisonTeam } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const FORM = withoutInReach('RW603');

describe('sending a form more than once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
  });
  afterAll(() => server.stop());

  const team = async (): Promise<LiaisonTeam> => new LiaisonTeam(server, await givenLink(server));
  const events = async (of: LiaisonTeam): Promise<number> => {
    const stored = await of.stored();
    return server.reader
      .getRepository(AuditEvent)
      .countBy({ action: 'response.submitted', entityId: stored?.id ?? '' });
  };

  it('with the same key gives the same receipt and stores one submission', async () => {
    const oldham = await team();
    const first = await oldham.submit(FORM, { key: 'sent-twice' });
    const second = await oldham.submit(FORM, { key: 'sent-twice' });
    expect(first.receipt).toMatchObject({ revision: 1, reference: expect.stringMatching(/^LA-/) });
    expect(second).toEqual(first);
    expect(await oldham.sent()).toHaveLength(1);
    expect(await events(oldham)).toBe(1);
  });

  it.each([
    ['before anything was saved', false],
    ['after pages were saved', true],
  ])('ten at once %s stores one submission and gives ten equal receipts', async (_when, saved) => {
    const oldham = await team();
    if (saved) await oldham.save('role', { role: ['liaison_lead'] });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => oldham.submit(FORM, { key: 'ten-at-once' })),
    );
    expect(outcomes.map(({ problems, error }) => [problems, error])).toEqual(Array(10).fill([[], '']));
    expect(new Set(outcomes.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect(await oldham.sent()).toHaveLength(1);
    expect(await events(oldham)).toBe(1);
  });

  it('ten presses of the send button at once store one submission and all lead to the receipt', async () => {
    const oldham = await team();
    await oldham.submit({ ...FORM, perspective: [] }); // refused: nothing is stored by it
    for (const [page, fields] of byPage(FORM)) await oldham.save(page, fields);
    const fields = await oldham.checkFields();
    const answers = await Promise.all(Array.from({ length: 10 }, () => oldham.press('submit', fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
    for (const answer of answers) expect(answer.headers.get('location')).toMatch(/\/receipt$/);
    expect(await oldham.sent()).toHaveLength(1);
    expect(await events(oldham)).toBe(1);
  });

  it('with ten different keys at once stores one of them; the others are told why not', async () => {
    const oldham = await team();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        oldham.submit(withoutInReach('RW603', { comments: [`version ${at}`] }), { key: `different-${at}` }),
      ),
    );
    const accepted = outcomes.filter(({ receipt }) => receipt !== undefined);
    expect(accepted).toHaveLength(1);
    for (const { receipt, problems, error } of outcomes) {
      expect(error).toBe('');
      if (receipt === undefined)
        expect(['CHANGED_MEANWHILE', 'REASON_REQUIRED']).toContain(problems[0]?.code);
    }
    expect(await oldham.sent()).toHaveLength(1);
  });

  it.each([
    ['too short', 'short'],
    ['with a blank', 'with a blank'],
    ['too long', 'k'.repeat(65)],
    ['empty', ''],
  ])('refuses a key that is %s by name', async (_fault, key) => {
    const oldham = await team();
    const { problems } = await oldham.submit(FORM, { key });
    expect(problems).toEqual([
      expect.objectContaining({ code: 'BAD_IDEMPOTENCY_KEY', field: 'idempotencyKey' }),
    ]);
    expect(await oldham.stored()).toBeNull();
  });

  describe('as a correction', () => {
    it('without a reason is refused, and what was sent stays', async () => {
      const oldham = await team();
      await oldham.submit(FORM);
      const before = await oldham.sent();
      for (const reason of [undefined, '', '   ']) {
        const { problems } = await oldham.submit(withInReach('RW603'), { reason });
        expect(problems).toEqual([expect.objectContaining({ code: 'REASON_REQUIRED', field: 'reason' })]);
      }
      expect(await oldham.sent()).toEqual(before);
    });

    it.each([
      ['too long', 'r'.repeat(401), 'TEXT_TOO_LONG'],
      ['not readable', 'before\u0000after', 'UNREADABLE_TEXT'],
    ])('with a reason that is %s is refused, at the first sending too', async (_fault, reason, code) => {
      const oldham = await team();
      for (const revision of [0, 1]) {
        const { problems } = await oldham.submit(FORM, { reason });
        expect(problems).toEqual([expect.objectContaining({ code, field: 'reason' })]);
        expect(await oldham.sent()).toHaveLength(revision);
        if (revision === 0) await oldham.submit(FORM);
      }
    });

    it('with a reason is the next revision; the one before stays word for word', async () => {
      const oldham = await team();
      const first = await oldham.submit(FORM);
      const [sentFirst] = await oldham.sent();
      const second = await oldham.submit(withInReach('RW603'), { reason: ' The in-reach began in May. ' });
      const third = await oldham.submit(FORM, { reason: 'It has ended again.' });
      expect(second.receipt).toMatchObject({ reference: first.receipt?.reference, revision: 2 });
      expect(third.receipt).toMatchObject({ reference: first.receipt?.reference, revision: 3 });
      const sent = await oldham.sent();
      expect(sent).toHaveLength(3);
      expect(sent[0]).toEqual(sentFirst);
      expect(sent.map(({ reason }) => reason)).toEqual([
        '',
        'The in-reach began in May.',
        'It has ended again.',
      ]);
      expect(sent[1]?.answers).toMatchObject({ integration: { given: 60 } });
      // The same answers have the same hash, however often they are sent.
      expect(sent[2]?.hash).toBe(sentFirst?.hash);
      expect(await oldham.stored()).toMatchObject({ state: 'under_review', revision: 3 });
    });

    it('with the key of the first submission gives the first receipt and changes nothing', async () => {
      const oldham = await team();
      const first = await oldham.submit(FORM, { key: 'the-first-key' });
      await oldham.submit(withInReach('RW603'), { key: 'the-second-key', reason: 'Began in May.' });
      expect(await oldham.submit(FORM, { key: 'the-first-key' })).toEqual(first);
      expect(await oldham.sent()).toHaveLength(2);
      expect(await oldham.stored()).toMatchObject({ revision: 2, draft: { integration: { given: 60 } } });
    });

    it('is asked for its reason on the check page too', async () => {
      const oldham = await team();
      await oldham.submit(FORM);
      await oldham.save('comments', { comments: ['Another word.'] });
      expect((await oldham.send()).status).toBe(422);
      expect(await oldham.sent()).toHaveLength(1);
      expect((await oldham.send({ reason: ['A word was missing.'] })).status).toBe(303);
      expect((await oldham.sent()).map(({ reason }) => reason)).toEqual(['', 'A word was missing.']);
    });
  });
});

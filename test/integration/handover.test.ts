import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { MOST_HAND_OVERS } from '../../server/src/fieldwork/further-link.service.js';
import { givenLink, givenRound, rowCounts, withoutInReach } from '../support/given.js';
import { MailSink, type TakenMail } from '../support/mail-sink.js';
import { tokenIn } from '../support/open-link-visitor.js';
import { hidden, LiaisonTeam, wordsOf } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('handing a form over', () => {
  let sink: MailSink;
  let server: TestServer;
  beforeAll(async () => {
    sink = await MailSink.open();
    server = await startServer({ CLIENT_DIR: undefined, ...sink.env });
  });
  afterAll(async () => {
    await server.stop();
    await sink.close();
  });

  const team = async (): Promise<LiaisonTeam> => new LiaisonTeam(server, await givenLink(server));
  const pageKey = async (who: LiaisonTeam): Promise<string> =>
    hidden(await (await who.open('hand-over')).text(), 'key');
  const handOver = async (from: LiaisonTeam, email: string, key?: string): Promise<Response> =>
    from.press('hand-over', { email: [email], key: [key ?? (await pageKey(from))] });
  const mailTo = async (email: string): Promise<TakenMail> => {
    await expect
      .poll(async () => {
        await server.app.get(OutboxWorker).runOnce();
        return sink.taken.filter(({ recipient }) => recipient === email).length;
      })
      .toBe(1);
    return sink.taken.find(({ recipient }) => recipient === email)!;
  };
  const colleagueOf = async (from: LiaisonTeam, email: string): Promise<LiaisonTeam> => {
    const answer = await handOver(from, email);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/respond/${from.link.token}/handed-over`,
    ]);
    const mail = await mailTo(email);
    return new LiaisonTeam(server, { ...from.link, token: tokenIn(mail.text) });
  };

  it('gives a colleague a link of their own to the same draft, and the first one goes on working', async () => {
    const first = await team();
    await first.save('role', { role: ['liaison_lead'] });
    const second = await colleagueOf(first, 'second@example.org');
    expect(second.link.token).not.toBe(first.link.token);
    expect(wordsOf(await (await second.open('check')).text())).toContain('Lead or manager');
    await second.save('country', { country: ['england'] });
    expect(wordsOf(await (await first.open('check')).text())).toContain('England');
    expect((await second.submit(withoutInReach('RW603'))).receipt?.revision).toBe(1);
    expect(wordsOf(await (await first.open('receipt')).text())).toContain('Your answers have been received');
    expect(await first.sent()).toHaveLength(1);
  });

  it('shows both versions where both change one page at once', async () => {
    const first = await team();
    await first.save('role', { role: ['liaison_lead'] });
    const second = await colleagueOf(first, 'at-once@example.org');
    const revision = [String(await first.draftRevision())];
    const answers = await Promise.all([
      first.press('country', { country: ['england'], expectedRevision: revision }),
      second.press('country', { country: ['wales'], expectedRevision: revision }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const stale = answers.find(({ status }) => status === 409)!;
    expect(wordsOf(await stale.text())).toContain('This page was changed somewhere else');
  });

  it('keeps the address in the outbox only, and there until the mail has gone', async () => {
    const email = 'kookaburra@example.org';
    const first = await team();
    const second = await colleagueOf(first, email);
    await expect.poll(() => server.reader.getRepository(OutboxMessage).countBy({ recipient: email })).toBe(0);
    for (const { tableName } of server.reader.entityMetadatas) {
      const rows = JSON.stringify(await server.reader.query(`SELECT * FROM "${tableName}"`));
      expect(rows.includes('kookaburra'), tableName).toBe(false);
      expect(rows.includes(second.link.token), tableName).toBe(false);
    }
    expect(wordsOf(await (await first.open('handed-over')).text())).not.toContain('kookaburra');
  });

  it('sends one mail when the button is pressed twice', async () => {
    const first = await team();
    const key = await pageKey(first);
    const email = 'pressed-twice@example.org';
    const answers = await Promise.all([handOver(first, email, key), handOver(first, email, key)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await mailTo(email);
    expect(sink.taken.filter(({ recipient }) => recipient === email)).toHaveLength(1);
  });

  it.each(['', 'nobody', 'a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org'])(
    'refuses the address %j and sends nothing',
    async (email) => {
      const first = await team();
      const key = await pageKey(first);
      const before = await rowCounts(server);
      const answer = await handOver(first, email, key);
      expect(answer.status).toBe(422);
      expect(wordsOf(await answer.text())).toContain('not an e-mail address');
      expect(await rowCounts(server)).toEqual(before);
    },
  );

  it('ends after so many colleagues: nobody sends mail through us', async () => {
    const first = await team();
    for (let each = 0; each < MOST_HAND_OVERS; each += 1)
      expect((await handOver(first, `colleague-${each}@example.org`)).status).toBe(303);
    const one = await handOver(first, 'one-more@example.org');
    expect(one.status).toBe(429);
    expect(wordsOf(await one.text())).toContain('Pass your own link on instead');
  });

  it('ends with the round: neither link can be handed on or answered with', async () => {
    const roundId = await givenRound(server, 'ending');
    const first = new LiaisonTeam(server, await givenLink(server, { roundId }));
    const second = await colleagueOf(first, 'late@example.org');
    await server.unitOfWork.run({ id: 'system' }, ({ manager }) =>
      manager.query(`UPDATE round SET state = 'cleaning' WHERE id = 'ending'`),
    );
    for (const each of [first, second]) {
      expect((await each.open('hand-over')).status).toBe(404);
      expect((await each.press('hand-over', { email: ['a@example.org'], key: ['a-good-key'] })).status).toBe(
        404,
      );
    }
  });
});

import { MoreThan } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';

import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { MOST_IN_FLIGHT, OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { startBuilt } from '../support/built-server.js';
import { colleague, grant } from '../support/colleagues.js';
import { ContactLead, contactCsv, tokensIn } from '../support/contact-book.js';
import { givenRound } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';
import { TestClock } from '../support/test-clock.js';

const COUNT = 6 * MOST_IN_FLIGHT;

describe('a mailing', () => {
  const clock = new TestClock();
  let place: Place;
  let sink: MailSink;
  let server: TestServer;
  afterEach(async () => {
    clock.release();
    await server.stop();
    await sink.close();
    await place.remove();
  });

  it('killed in the middle: nobody gets two invitations, nobody is forgotten, every link works', async () => {
    place = await copyOfTemplate();
    sink = await MailSink.open({ delay: 10 });
    server = await startAt(place, { CLIENT_DIR: undefined }, { clock });
    await givenRound(server, '2027');
    let lead = new ContactLead(server, await colleague(server, 'lead', grant('survey_lead')), '2027');
    const teams = Array.from({ length: COUNT }, (_, at) => `team-${at}@example.org,,,RW603`);
    await lead.imports(await lead.list('Faculty'), contactCsv(...teams));
    // There is no mail server yet, so it waits.
    expect(await lead.send()).toMatchObject({ queued: COUNT });
    await server.stop();
    const killed = await startBuilt({ ...place, env: { ...place.env, ...sink.env } });
    await expect.poll(() => sink.taken.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(COUNT / 4);
    await killed.kill();
    const lastLease = new Date(Date.now() + 300_000).toISOString();

    server = await startAt(place, { ...sink.env, CLIENT_DIR: undefined }, { clock });
    lead = new ContactLead(server, await colleague(server, 'again', grant('survey_lead')), '2027');
    const messages = server.reader.getRepository(OutboxMessage);
    // What waits, and what the server that runs now has in hand: its leases end after those of the killed one.
    const open = () =>
      messages.countBy([{ state: 'queued' }, { state: 'sending', leasedUntil: MoreThan(lastLease) }]);
    await expect
      .poll(async () => (await server.app.get(OutboxWorker).runOnce(), open()), { timeout: 60_000 })
      .toBe(0);
    // Only once their lease has run out are those that the killed worker had in hand known to be in doubt.
    clock.set(new Date(Date.now() + 600_000).toISOString());
    await server.app.get(OutboxWorker).runOnce();
    const [{ sent, inDoubt } = { sent: 0, inDoubt: 0 }] = (await lead.mailings()) as {
      sent: number;
      inDoubt: number;
    }[];
    expect(sent + inDoubt).toBe(COUNT);
    expect(inDoubt).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    expect([...sink.perRecipient.values()].filter((times) => times !== 1)).toEqual([]);
    expect(sink.perRecipient.size).toBeGreaterThanOrEqual(sent);
    for (const { text } of [sink.taken[0]!, sink.taken.at(-1)!])
      expect((await server.get(`/respond/${tokensIn(text)[0]}`)).status).toBe(302);
  });
});

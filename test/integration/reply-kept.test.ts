import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { ContactDetail } from '../../server/src/fieldwork/contacts/contact-detail.entity.js';
import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { MailOptOut } from '../../server/src/fieldwork/contacts/mail-opt-out.entity.js';
import { addressHash } from '../../server/src/fieldwork/contacts/store-contacts.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { OutboxWorker } from '../../server/src/outbox/outbox-worker.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { ReplyEventRow } from '../../server/src/publication/release-desk/reply-event.entity.js';
import { ReplyShownRetention } from '../../server/src/publication/release-desk/reply-shown-retention.service.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { givenRound, withInReach, withoutInReach } from '../support/given.js';
import { MailSink } from '../support/mail-sink.js';
import { type LiaisonTeam, theSurveyLead } from '../support/people.js';
import { ReleaseDeskUser, theSecondLead } from '../support/release-desk.js';
import { startServer, type TestServer } from '../support/start-server.js';

const OLDHAM = 'RW603';
const EXETER = 'RH801';
const ASKED = 'matron@example.org';
const AT = '2026-01-01T00:00:00.000Z';

describe('what is kept of a right of reply and of sign-offs', () => {
  let server: TestServer;
  let sink: MailSink;
  beforeEach(async () => {
    sink = await MailSink.open();
    server = await startServer({ ...sink.env, CLIENT_DIR: undefined });
  });
  afterEach(async () => {
    await server.stop();
    await sink.close();
  });

  /** A live round with two answers, frozen; somebody of one hospital was invited by mail. */
  const begun = async (): Promise<{ readonly desk: ReleaseDeskUser; readonly exeter: LiaisonTeam }> => {
    const lead = await theSurveyLead(server);
    const roundId = await givenRound(server, 'replies', { state: 'open' });
    await givenForm(server, roundId, withInReach(OLDHAM, { consent_quote: ['yes'] }));
    const { team: exeter } = await givenForm(server, roundId, withoutInReach(EXETER));
    const id = newId();
    await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const contact = { id, addressHash: addressHash(ASKED), legalBasis: 'legitimate_interests' as const };
      await manager.insert(Contact, { ...contact, source: 'a test', createdAt: AT, changedAt: AT });
      await manager.insert(ContactDetail, { contactId: id, name: '', email: ASKED, job: '' });
      await manager.insert(Invitation, {
        id: newId(),
        roundId,
        odsCode: OLDHAM,
        tokenHash: sha256(id),
        state: 'sent',
        createdAt: AT,
        expiresAt: '2099-01-01T00:00:00.000Z',
        contactId: id,
      });
      await manager.query(`UPDATE round SET state = 'cleaning' WHERE id = 'replies'`);
    });
    await new Cleaner(lead, roundId).freeze('');
    return { exeter, desk: new ReleaseDeskUser(lead, roundId) };
  };

  it('keeps nothing of what was shown to a hospital that takes its answers back', async () => {
    const { desk, exeter } = await begun();
    await desk.open();
    const path = await desk.giveLink(EXETER);
    await server.get(path);
    await fetch(server.url + path, { method: 'POST', body: new URLSearchParams({ do: 'right' }) });
    const of = async (odsCode: string): Promise<ReplyEventRow[]> =>
      server.reader.getRepository(ReplyEventRow).find({ where: { odsCode }, order: { number: 'ASC' } });
    const before = await of(EXETER);
    expect(before.map(({ kind }) => kind)).toEqual(['offered', 'opened', 'right']);
    expect(before.every(({ shownSha256, shownCategory }) => shownSha256 !== '' && shownCategory !== '')).toBe(
      true,
    );
    expect(await exeter.withdraw()).toBe('ResponseWithdrawn');
    const nothing = { shownSha256: '', shownCategory: '', shownScore: 0, shownQuotations: 0 };
    expect(await of(EXETER)).toEqual(before.map((row) => Object.assign(row, nothing)));
    expect((await of(OLDHAM)).every(({ shownSha256 }) => shownSha256.length === 64)).toBe(true);
    const changed = server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(ReplyEventRow, { odsCode: OLDHAM }, { ...nothing, kind: 'wrong' }),
    );
    await expect(changed).rejects.toThrow(/append-only/);
  });

  it('erases on the next day what was shown of a form that was withdrawn before withdrawals did so', async () => {
    const { desk, exeter } = await begun();
    await desk.open();
    const of = async (odsCode: string): Promise<ReplyEventRow[]> =>
      server.reader.getRepository(ReplyEventRow).find({ where: { odsCode }, order: { number: 'ASC' } });
    const [shown] = await of(EXETER);
    expect(await exeter.withdraw()).toBe('ResponseWithdrawn');
    const { at } = await server.reader
      .getRepository(AuditEvent)
      .findOneByOrFail({ action: 'response.withdrawn' });
    // As such a withdrawal left the table, and what another form of the hospital was shown by later.
    await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
      for (const [number, when] of [
        [901, at],
        [902, '2099-01-01T00:00:00.000Z'],
      ] as const)
        await manager.insert(ReplyEventRow, Object.assign({}, shown, { id: newId(), number, at: when }));
    });
    const retention = server.app.get(ReplyShownRetention);
    expect(await retention.eraseShownOfWithdrawn()).toBe(1);
    const rows = (await of(EXETER)).filter(({ number }) => number > 900);
    expect(rows.map(({ shownSha256, shownCategory }) => [shownSha256, shownCategory])).toEqual([
      ['', ''],
      [shown!.shownSha256, shown!.shownCategory],
    ]);
    expect((await of(OLDHAM)).every(({ shownSha256 }) => shownSha256.length === 64)).toBe(true);
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'reply.shown-erased' }, order: { seq: 'ASC' } });
    expect(events.map(({ detail }) => detail)).toEqual([{ round: 'replies' }]);
    expect(await retention.eraseShownOfWithdrawn()).toBe(0);
  });

  it('mails nobody who said after it was opened that they want no more mail', async () => {
    const { desk } = await begun();
    await desk.open();
    const contact = await server.reader
      .getRepository(Contact)
      .findOneByOrFail({ addressHash: addressHash(ASKED) });
    await server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.insert(MailOptOut, { addressHash: contact.addressHash, at: contact.createdAt, by: 'link' }),
    );
    await expect
      .poll(async () => {
        await server.app.get(OutboxWorker).runOnce();
        const [mail] = await server.reader.getRepository(OutboxMessage).findBy({ kind: 'right_of_reply' });
        return [mail?.state, mail?.reason, mail?.recipient];
      })
      .toEqual(['dropped', 'They want no more mail.', '']);
    expect(sink.taken).toEqual([]);
  });

  it('counts no sign-off that was taken back, and it can be given again until the release is out', async () => {
    const { desk } = await begun();
    const second = new ReleaseDeskUser(await theSecondLead(server), 'replies');
    expect((await second.takeBack('Never signed.'))['problems']).toMatchObject([{ code: 'NOT_SIGNED' }]);
    await second.sign();
    expect((await desk.takeBack('Not mine.'))['problems']).toMatchObject([{ code: 'NOT_SIGNED' }]);
    expect((await second.takeBack(' '))['problems']).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    expect((await second.takeBack('A figure looks wrong.'))['signOffs']).toEqual([]);
    expect((await second.takeBack('Again.'))['problems']).toMatchObject([{ code: 'NOT_SIGNED' }]);
    const despite = 'Nobody can be reached.';
    expect((await desk.release('final', { despite }))['problems']).toMatchObject([
      { code: 'SIGN_OFF_MISSING' },
    ]);
    const [event] = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { action: 'release.sign-off-taken-back' }, order: { seq: 'ASC' } });
    expect(event).toMatchObject({ entityId: 'replies', reason: 'A figure looks wrong.' });
    expect((await second.sign())['signOffs']).toHaveLength(1);
    expect(await desk.release('final', { despite })).toMatchObject({ signOffs: { given: 1 } });
    expect((await second.takeBack('Too late.'))['problems']).toMatchObject([{ code: 'RELEASED_ALREADY' }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PersonContact } from '../../server/src/access/people/person-contact.entity.js';
import { Session } from '../../server/src/access/session.entity.js';
import { SignInLink } from '../../server/src/access/sign-in/sign-in-link.entity.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { newId, newToken, sha256 } from '../../server/src/platform/ids.js';
import { colleague, confirmLink, givenAccount, grant } from '../support/colleagues.js';
import { withCommitsHeld } from '../support/held-commits.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

const ALICE = { id: 'alice' };

describe('two at the same moment', () => {
  let place: Place;
  let server: TestServer;
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place, { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'survey@atlas.example' });
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });

  describe.each(['the erasure first', 'the sign-in first'])(
    'of whom one erases a person who signs in: %s',
    (order) => {
      it('leave no session, no link and no mail of them', async () => {
        const email = `erased-${order.split(' ')[1]}@example.org`;
        const personId = await givenAccount(server, email, grant('survey_lead'));
        const token = newToken();
        const [requestedAt, expiresAt] = [0, 600_000].map((ms) => new Date(Date.now() + ms).toISOString());
        await server.unitOfWork.run(ALICE, ({ manager }) =>
          manager.insert(SignInLink, {
            id: newId(),
            personId,
            addressHash: sha256(email),
            tokenHash: sha256(token),
            state: 'open',
            requestedAt: requestedAt!,
            expiresAt: expiresAt!,
          }),
        );
        const administrator = await colleague(
          server,
          `administrator-${order.split(' ')[1]}`,
          grant('administrator'),
        );
        const erase = (): Promise<unknown> =>
          administrator.ask(`mutation { erasePerson(email: "${email}") { mails } }`);
        const enter = (): Promise<unknown> => confirmLink(server, token);
        const ask = (): Promise<unknown> =>
          server.send('mutation ($email: String!) { requestSignIn(email: $email) { message } }', { email });
        const acts = order === 'the erasure first' ? [erase, enter, ask] : [enter, ask, erase];
        const answers = (await withCommitsHeld(place, acts)) as { errors?: unknown; code?: string }[];
        expect(answers[acts.indexOf(erase)]?.errors).toBeUndefined();
        const { manager } = server.reader;
        expect(await manager.countBy(PersonContact, { personId })).toBe(0);
        expect(await manager.countBy(Session, { personId })).toBe(0);
        expect(await manager.countBy(SignInLink, { personId })).toBe(0);
        expect(await manager.countBy(OutboxMessage, { recipient: email })).toBe(0);
        if (order === 'the erasure first') expect(answers[1]?.code).toBe('UNUSABLE_LINK');
      });
    },
  );
});

import { expect } from 'vitest';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { Contact } from '../../server/src/fieldwork/contacts/contact.entity.js';
import { Invitation } from '../../server/src/fieldwork/invitation.entity.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { type Colleague, colleague, grant } from './colleagues.js';
import { ContactLead, contactCsv } from './contact-book.js';
import { givenLink, givenRound } from './given.js';
import { LiaisonTeam, thePublic } from './people.js';
import { RegisterKeeper } from './register-keeper.js';
import { SchemeMember } from './scheme-member.js';
import type { GraphqlAnswer, TestServer } from './start-server.js';

export const NAME = 'Annabel Quillfeather';
export const EMAIL = 'annabel.quillfeather@example.org';
/** Their addresses stand beside each other everywhere; erasing one must not touch the other. */
export const OTHER = 'jo.annabel.quillfeather@example.org';

export const codeOf = (answer: GraphqlAnswer): unknown => answer.errors?.[0]?.extensions['code'];

/** Texts of all columns of all tables that hold a text. */
export async function everyText(server: TestServer): Promise<string> {
  const texts: string[] = [];
  for (const { tableName } of server.reader.entityMetadatas)
    for (const row of await server.reader.query<Record<string, unknown>[]>(`SELECT * FROM "${tableName}"`))
      texts.push(`${tableName}: ${JSON.stringify(row)}`);
  return texts.join('\n').toLowerCase();
}

/** Puts a person into every table that can hold one, the ways that the product has. */
export async function givenEverywhere(
  server: TestServer,
  administrator: Colleague,
): Promise<{ cookie: string }> {
  const lead = await colleague(server, 'lead', grant('survey_lead'));
  await givenRound(server, '2027');
  const invited = await administrator.ask(
    `mutation ($name: String!, $email: String!) { invitePerson(input: { name: $name, email: $email, role: commissioner, scopeKind: survey, scopeId: "all" }) { id } }`,
    { name: NAME, email: EMAIL },
  );
  expect(invited.errors).toBeUndefined();
  // Signed in, with a scheme in which they are alone.
  const asked = await thePublic(server).ask(
    'mutation ($email: String!) { requestSignIn(email: $email) { demoPath } }',
    { email: EMAIL },
  );
  const token = String(asked.data?.['requestSignIn'].demoPath).split('#')[1];
  const entered = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($t: String!) { confirmSignIn(token: $t) { signedIn } }',
      variables: { t: token },
    }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  await new SchemeMember({
    ask: (query, variables) => server.send(query, variables, cookie),
    get: (path, headers = {}) => server.get(path, { ...headers, cookie }),
  }).create('QOP', { title: `${EMAIL} plans` });
  // On a list, with another whose address ends in the same letters, and whose source names the person.
  const contacts = new ContactLead(server, lead, '2027');
  const list = await contacts.list('Faculty');
  const csv = contactCsv(`${EMAIL},${NAME},consultant,RW603`, `${OTHER},Jo Annabel,nurse,RW603`);
  const { report } = await contacts.upload(list, csv);
  await contacts.upload(list, csv, { plan: report.plan });
  await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
    const [person, other] = [EMAIL, OTHER].map((email) => ({ addressHash: sha256(`contact:${email}`) }));
    const { id: contactId } = await manager.findOneByOrFail(Contact, person!);
    await manager.update(Contact, other!, { source: `told by ${EMAIL.toUpperCase()}, 2026` });
    const invitationId = newId();
    await manager.insert(Invitation, {
      id: invitationId,
      roundId: '2027',
      odsCode: 'RW603',
      tokenHash: sha256(invitationId),
      state: 'sent',
      mode: null,
      createdAt: '2026-02-01T00:00:00.000Z',
      expiresAt: '2027-02-01T00:00:00.000Z',
      contactId,
      mailingId: null,
      sentAt: '2026-02-01T00:00:00.000Z',
      bouncedAt: null,
      openedAt: null,
      remindersSent: null,
    });
    const mail = {
      kind: 'invitation',
      template: 'test-1',
      roundId: '2027',
      groupId: null,
      attempts: 1,
      leasedUntil: '2026-02-01T00:00:00.000Z',
      createdAt: '2026-02-01T00:00:00.000Z',
    };
    const toThem = {
      subjectId: invitationId,
      recipient: EMAIL,
      subject: `For ${NAME}`,
      body: `Dear ${NAME}`,
    };
    await manager.insert(OutboxMessage, [
      // Refused by the mail server, which quotes the address; sent; and one to somebody else that names it.
      {
        ...mail,
        ...toThem,
        id: newId(),
        dedupeKey: 'one',
        state: 'bounced',
        reason: `550 <${EMAIL}> unknown`,
        sentAt: null,
      },
      {
        ...mail,
        ...toThem,
        id: newId(),
        dedupeKey: 'two',
        state: 'sent',
        reason: '',
        sentAt: mail.createdAt,
      },
      {
        ...mail,
        id: newId(),
        dedupeKey: 'three',
        subjectId: newId(),
        recipient: OTHER,
        subject: 'Hello',
        body: `Ask ${EMAIL}.\nOr me.`,
        state: 'sent',
        reason: '',
        sentAt: mail.createdAt,
      },
    ]);
  });
  const keeper = new RegisterKeeper(lead);
  const { id: serviceId } = await keeper.save({ name: 'Unreal Everywhere Service' });
  await keeper.setAddress(serviceId, EMAIL);
  await new RegisterKeeper(thePublic(server)).correct('The telephone number is wrong, says xylophone.', {
    odsCode: 'RW603',
    email: EMAIL,
  });
  // In a form that is being filled in, by whoever does so.
  const team = new LiaisonTeam(server, await givenLink(server));
  await team.save('comments', { comments: [`First line\n${EMAIL} knows more`] });
  // And a new address that waits.
  const rectified = await administrator.ask(
    'mutation ($email: String!) { rectifyPerson(input: { email: $email, newEmail: "a.quillfeather.new@example.org" }) { waits demoPath } }',
    { email: EMAIL },
  );
  expect(rectified.data?.['rectifyPerson']).toMatchObject({ waits: true });
  return { cookie };
}

import type { Act } from './audited-act.js';
import { ContactLead, TEXT } from './contact-book.js';
import { givenRound } from './given.js';
import type { TestServer } from './start-server.js';

/** The demo's survey lead before a round of their own. */
export async function givenContactLead(server: TestServer): Promise<ContactLead> {
  const cookie = await server.signIn();
  const lead = { cookie, ask: (query: string, variables = {}) => server.send(query, variables, cookie) };
  return new ContactLead(server, lead, await givenRound(server, 'audited-mail'));
}

/** Each mutation of contacts and mailings by name, in an order in which each finds what it needs. */
export function mailingActs(given: () => ContactLead): Readonly<Record<string, Act>> {
  const made = { list: '', contact: '', mailing: '' };
  const act = (done: (lead: ContactLead) => Promise<unknown>) => () => done(given());
  const by = (event: string): string => `${event} by demo-survey_lead`;
  const input = (of: ContactLead) => ({ roundId: of.roundId, kind: 'invitation', listIds: [], ...TEXT });
  return {
    createContactList: {
      act: act(async (of) => void (made.list = await of.list('Audited'))),
      event: by('contact-list.created'),
    },
    saveContact: {
      act: act(async (of) => {
        const contact = {
          roundId: of.roundId,
          listId: made.list,
          email: 'audited@example.org',
          hospitals: 'RW603',
        };
        const { data } = await of.ask(
          'mutation ($input: SaveContactInput!) { saveContact(input: $input) { ... on Contact { id } } }',
          { input: { ...contact, legalBasis: 'consent', source: 'a test' } },
        );
        made.contact = String(data?.['saveContact'].id);
      }),
      event: by('contact.added'),
    },
    sendMailing: {
      act: act(async (of) => {
        const { audienceHash } = await of.preview();
        const { data } = await of.ask(
          'mutation ($input: SendMailingInput!) { sendMailing(input: $input) { ... on Mailing { id } } }',
          { input: { ...input(of), audienceHash, sendAt: '2098-01-01T00:00:00.000Z' } },
        );
        made.mailing = String(data?.['sendMailing'].id);
      }),
      event: by('mailing.queued'),
    },
    controlMailing: { act: act((of) => of.control(made.mailing, 'pause')), event: by('mailing.paused') },
    setThanks: { act: act((of) => of.thanks(true)), event: by('thanks.turned-on') },
    setOptOut: {
      act: act((of) =>
        of.ask(
          'mutation ($roundId: ID!, $id: ID!) { setOptOut(roundId: $roundId, id: $id, optedOut: true) { id } }',
          { id: made.contact },
        ),
      ),
      event: by('contact.opted-out'),
    },
    eraseContact: {
      act: act((of) =>
        of.ask('mutation ($roundId: ID!, $id: ID!) { eraseContact(roundId: $roundId, id: $id) }', {
          id: made.contact,
        }),
      ),
      event: by('contact.erased'),
    },
  };
}

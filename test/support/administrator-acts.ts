import type { Act } from './audited-act.js';
import type { Colleague } from './colleagues.js';

/** What an administrator does about people, sessions, mail and the trail itself, each done once. `PERSON` is they. */
export const administratorActs = (
  administrator: () => Colleague,
  failedMail: () => string,
): Readonly<Record<string, Act>> => {
  /** Token of the link to a new address. */
  let newAddress = '';
  return {
    checkAudit: {
      act: () => administrator().ask('mutation { checkAudit { breaks } }'),
      event: 'audit.checked by PERSON',
    },
    invitePerson: {
      act: () =>
        administrator().ask(
          'mutation { invitePerson(input: { name: "Ada Example", email: "ada@example.org", role: coder, scopeKind: survey, scopeId: "all" }) { id } }',
        ),
      event: 'person.invited by PERSON',
    },
    giveGrant: {
      act: () =>
        administrator().ask(
          'mutation ($id: ID!) { giveGrant(personId: $id, grant: { role: analyst, scopeKind: survey, scopeId: "all" }) { id } }',
          { id: administrator().personId },
        ),
      event: 'grant.given by PERSON',
    },
    revokeGrant: {
      act: async () => {
        const { data } = await administrator().ask('{ people { id grants { id role revokedAt } } }');
        const own = data?.['people'].find(({ id }: { id: string }) => id === administrator().personId);
        const { id } = own.grants.find(({ role }: { role: string }) => role === 'analyst');
        return administrator().ask('mutation ($id: ID!) { revokeGrant(grantId: $id) { id } }', { id });
      },
      event: 'grant.revoked by PERSON',
    },
    findPerson: {
      act: () => administrator().ask('mutation { findPerson(email: "nobody@example.org") { email } }'),
      event: 'person.looked-up by PERSON',
    },
    exportPerson: {
      act: () => administrator().ask('mutation { exportPerson(email: "nobody@example.org") { json } }'),
      event: 'person.exported by PERSON',
    },
    exportOwnData: {
      act: () => administrator().ask('mutation { exportOwnData { json } }'),
      event: 'person.exported by PERSON',
    },
    erasePerson: {
      act: () => administrator().ask('mutation { erasePerson(email: "ada@example.org") { mails } }'),
      event: 'person.erased by PERSON',
    },
    sendAgain: {
      act: () =>
        administrator().ask('mutation ($id: ID!) { sendAgain(id: $id) { id } }', { id: failedMail() }),
      event: 'mail.queued-again by PERSON',
    },
    sendAllInDoubt: {
      act: () => administrator().ask('mutation { sendAllInDoubt(roundId: "audited-doubt", expected: 1) }'),
      event: 'mail.all-queued-again by PERSON',
    },
    revokeSession: {
      act: async () => {
        const { data } = await administrator().ask('{ mySessions { id current } }');
        const others = data?.['mySessions'].filter(({ current }: { current: boolean }) => !current);
        return administrator().ask('mutation ($id: ID!) { revokeSession(id: $id) { id } }', {
          id: others[0].id,
        });
      },
      event: 'session.revoked by PERSON',
    },
    revokeOtherSessions: {
      act: () => administrator().ask('mutation { revokeOtherSessions { id } }'),
      event: 'sessions.revoked by PERSON',
    },
    // Ends the other sessions too, so it comes after those that end them.
    rectifyPerson: {
      act: async () => {
        const answer = await administrator().ask(
          'mutation { rectifyPerson(input: { email: "admin@example.org", newEmail: "admin.new@example.org" }) { demoPath } }',
        );
        newAddress = String(answer.data?.['rectifyPerson'].demoPath).split('#')[1] ?? '';
        return answer;
      },
      event: 'person.rectified by PERSON',
    },
    confirmAddress: {
      act: () =>
        administrator().ask('mutation ($t: String!) { confirmAddress(token: $t) }', { t: newAddress }),
      event: 'person.address-confirmed by PERSON',
    },
  };
};

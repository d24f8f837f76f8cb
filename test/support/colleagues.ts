import type { Grant } from '@liaison-atlas/shared/access/can';
import type { GivenRole } from '@liaison-atlas/shared/access/permissions';
import { type Scope, WHOLE_SURVEY } from '@liaison-atlas/shared/access/scope';

import { AccessGrant } from '../../server/src/access/people/access-grant.entity.js';
import { addPerson, grantRow } from '../../server/src/access/people/people.service.js';
import { sessionCookieName } from '../../server/src/access/session-cookie.js';
import { SessionService } from '../../server/src/access/session.service.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { type Config, CONFIG } from '../../server/src/platform/config.js';
import { newId } from '../../server/src/platform/ids.js';
import type { Person } from './people.js';
import type { GraphqlAnswer, TestServer } from './start-server.js';

/** Somebody with an account, signed in; `cookie` is what their browser sends. */
export interface Colleague extends Person {
  readonly personId: string;
  readonly email: string;
  readonly cookie: string;
}

/** A grant in one line: `grant('survey_lead', { kind: 'round', id: '2027' })`; the whole survey unless limited. */
export const grant = (role: GivenRole, scope: Scope = WHOLE_SURVEY): Grant & { role: GivenRole } => ({
  role,
  scope,
});

/** An account with these grants; nobody has signed in with it yet. */
export async function givenAccount(
  server: TestServer,
  email: string,
  ...grants: readonly (Grant & { role: GivenRole })[]
): Promise<string> {
  const at = '2026-01-01T00:00:00.000Z';
  const id = newId();
  await server.unitOfWork.run(SYSTEM, async (unit) => {
    await addPerson(unit, { id, name: `Example ${email.split('@')[0]}`, email, by: SYSTEM.id, at });
    for (const each of grants)
      await unit.manager.insert(AccessGrant, grantRow(newId(), id, each, SYSTEM.id, at));
  });
  return id;
}

/** Signs an account in once more, as another browser would. */
export async function signedIn(server: TestServer, personId: string, email: string): Promise<Colleague> {
  const sessions = server.app.get(SessionService);
  const token = await server.unitOfWork.run(SYSTEM, (unit) => sessions.openIn(unit, personId));
  const cookie = `${sessionCookieName(server.app.get<Config>(CONFIG))}=${token}`;
  return {
    personId,
    email,
    cookie,
    ask: (query, variables) => server.send(query, variables, cookie),
    get: (path, headers = {}) => server.get(path, { ...headers, cookie }),
  };
}

/** Somebody with an account and these grants, signed in. */
export async function colleague(
  server: TestServer,
  name: string,
  ...grants: readonly (Grant & { role: GivenRole })[]
): Promise<Colleague> {
  const email = `${name}@example.org`;
  return signedIn(server, await givenAccount(server, email, ...grants), email);
}

/** Presses the button of a sign-in link, in a browser that shows `shown` as its cookies. @returns the cookie, or '' with the code of the refusal */
export async function confirmLink(
  server: TestServer,
  token: string,
  shown = '',
): Promise<{ readonly cookie: string; readonly code: string }> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(shown !== '' && { cookie: shown }) },
    body: JSON.stringify({
      query: 'mutation ($token: String!) { confirmSignIn(token: $token) { signedIn } }',
      variables: { token },
    }),
  });
  const { errors } = (await answer.json()) as GraphqlAnswer;
  return {
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    code: String(errors?.[0]?.extensions['code'] ?? ''),
  };
}

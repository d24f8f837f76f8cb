import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PersonContact } from '../../server/src/access/people/person-contact.entity.js';
import { Session } from '../../server/src/access/session.entity.js';
import { colleague, givenAccount, grant } from '../support/colleagues.js';
import { type ChangedToken, IdentityProvider } from '../support/identity-provider.js';
import { withCommitsHeld } from '../support/held-commits.js';
import {
  copyOfTemplate,
  type Place,
  startAt,
  startServer,
  type TestServer,
} from '../support/start-server.js';

const PUBLIC_URL = 'http://127.0.0.1:3999';
const FAILED = '/sign-in?refused=failed';
const CALLBACK = `${PUBLIC_URL}/sign-in/oidc/callback`;

/** What one answer told the browser: where to go and which cookies to keep. */
interface Told {
  readonly location: string;
  readonly cookies: readonly string[];
}

describe('signing in through an identity provider', () => {
  let provider: IdentityProvider;
  let place: Place;
  let server: TestServer;
  beforeAll(async () => {
    provider = await IdentityProvider.open(CALLBACK);
    place = await copyOfTemplate();
    server = await startAt(place, { ...provider.env, PUBLIC_URL });
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
    await provider.close();
  });

  const told = (answer: Response): Told => ({
    location: answer.headers.get('location') ?? '',
    cookies: answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''),
  });
  const leave = async (): Promise<Told> => told(await server.get('/sign-in/oidc'));
  const comeBack = async (address: string, cookie: string): Promise<Told> => {
    expect(address.startsWith(CALLBACK)).toBe(true);
    return told(await server.get(address.slice(PUBLIC_URL.length), { cookie }));
  };
  const signIn = async (email: string): Promise<Told> => {
    const left = await leave();
    return comeBack(await provider.signIn(left.location, email), left.cookies.join('; '));
  };
  const sessionOf = ({ cookies }: Told): string =>
    cookies.find((each) => each.startsWith('la_session=')) ?? '';

  it('lets somebody in whose verified address has an account', async () => {
    await givenAccount(server, 'lead@example.org', grant('survey_lead'));
    const back = await signIn('Lead@Example.org');
    expect(back.location).toBe('/account');
    const { data } = await server.send('{ viewer { signedIn displayName } }', {}, sessionOf(back));
    expect(data?.['viewer']).toEqual({ signedIn: true, displayName: 'Example lead' });
  });

  it('asks for a code with a challenge, and for no more than the address', async () => {
    const { location } = await leave();
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email',
      redirect_uri: CALLBACK,
    });
    expect(asked.get('state')).toMatch(/^[\w-]{20,}$/);
    expect(asked.get('nonce')).toMatch(/^[\w-]{20,}$/);
  });

  it('refuses in words whoever has no account, or no role any more, and opens no session', async () => {
    await givenAccount(server, 'former@example.org');
    const before = await server.reader.getRepository(Session).count();
    for (const email of ['stranger@example.org', 'former@example.org']) {
      const back = await signIn(email);
      expect(back.location).toBe('/sign-in?refused=unknown');
      expect(sessionOf(back)).toBe('');
    }
    expect(await server.reader.getRepository(Session).count()).toBe(before);
  });

  it('refuses an address that the provider does not vouch for, although it has an account', async () => {
    await givenAccount(server, 'unverified@example.org', grant('administrator'));
    const back = await signIn('unverified@example.org');
    expect([back.location, sessionOf(back)]).toEqual(['/sign-in?refused=unverified', '']);
  });

  it.each<[string, (address: URL) => void]>([
    ['another state', (address) => address.searchParams.set('state', 'x'.repeat(43))],
    ['a made-up code', (address) => address.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (address) => address.searchParams.delete('code')],
    ['another issuer', (address) => address.searchParams.set('iss', 'https://evil.example')],
    ['a refusal of the provider', (address) => (address.search = '?error=access_denied')],
  ])('lets nobody in who comes back with %s', async (_what, change) => {
    const left = await leave();
    const address = new URL(await provider.signIn(left.location, 'lead@example.org'));
    change(address);
    const back = await comeBack(address.href, left.cookies.join('; '));
    expect([back.location, sessionOf(back)]).toEqual(['/sign-in?refused=failed', '']);
  });

  it.each<[string, ChangedToken, string]>([
    ['as the provider made it, signed anew', {}, '/account'],
    ['signed with another key', { otherKey: true }, FAILED],
    ['signed by nobody', { unsigned: true }, FAILED],
    ['for another product', { claims: { aud: 'another' } }, FAILED],
    ['of another sign-in', { claims: { nonce: 'x'.repeat(43) } }, FAILED],
    ['of another provider', { claims: { iss: 'https://evil.example' } }, FAILED],
    ['whose time is over', { claims: { exp: 1_700_000_000 } }, FAILED],
  ])('takes or refuses a token %s', async (_what, change, where) => {
    const left = await leave();
    const address = await provider.signIn(left.location, 'lead@example.org');
    provider.change = change;
    const back = await comeBack(address, left.cookies.join('; ')).finally(
      () => (provider.change = undefined),
    );
    expect(back.location).toBe(where);
    expect(sessionOf(back) === '').toBe(where === FAILED);
  });

  it('ends the session that the browser showed before', async () => {
    const before = await colleague(server, 'before', grant('administrator'));
    const left = await leave();
    const address = await provider.signIn(left.location, 'lead@example.org');
    const back = await comeBack(address, [...left.cookies, before.cookie].join('; '));
    expect(back.location).toBe('/account');
    expect((await before.ask('{ viewer { signedIn } }')).data?.['viewer'].signedIn).toBe(false);
  });

  it('lets nobody use the way back of somebody else, nor the same one twice', async () => {
    const left = await leave();
    const address = await provider.signIn(left.location, 'lead@example.org');
    const other = await leave();
    for (const cookie of ['', 'la_oidc=a.b.c', other.cookies.join('; ')])
      expect((await comeBack(address, cookie)).location).toBe('/sign-in?refused=failed');
    const first = await comeBack(address, left.cookies.join('; '));
    expect(first.location).toBe('/account');
    expect((await comeBack(address, left.cookies.join('; '))).location).toBe('/sign-in?refused=failed');
  });

  it('opens no session of somebody who is being erased at that moment', async () => {
    const personId = await givenAccount(server, 'going@example.org', grant('survey_lead'));
    const administrator = await colleague(server, 'eraser', grant('administrator'));
    const left = await leave();
    const address = await provider.signIn(left.location, 'going@example.org');
    const [erased, back] = await withCommitsHeld<any>(place, [
      () => administrator.ask('mutation { erasePerson(email: "going@example.org") { mails } }'),
      () => comeBack(address, left.cookies.join('; ')),
    ]);
    expect(erased.errors).toBeUndefined();
    expect(back.location).toBe('/sign-in?refused=unknown');
    expect(await server.reader.getRepository(Session).countBy({ personId })).toBe(0);
  });

  it('opens no session by an address that the account gives up at that moment', async () => {
    const personId = await givenAccount(server, 'old@example.org', grant('survey_lead'));
    const left = await leave();
    const address = await provider.signIn(left.location, 'old@example.org');
    const [, back] = await withCommitsHeld<any>(place, [
      () =>
        server.unitOfWork.run({ id: personId }, async ({ manager, audit }) => {
          await manager.update(PersonContact, { personId }, { email: 'new@example.org' });
          await audit('person.address-confirmed', 'person', personId);
        }),
      () => comeBack(address, left.cookies.join('; ')),
    ]);
    expect(back.location).toBe('/sign-in?refused=unknown');
    expect(await server.reader.getRepository(Session).countBy({ personId })).toBe(0);
  });

  it('is offered on the sign-in page where a provider is set', async () => {
    const { data } = await server.send('{ viewer { identityProvider } }');
    expect(data?.['viewer'].identityProvider).toBe(true);
  });

  it('says so when the provider cannot be reached', async () => {
    const gone = await IdentityProvider.open(CALLBACK);
    await gone.close();
    const alone = await startServer({ ...gone.env, PUBLIC_URL });
    expect((await alone.get('/sign-in/oidc')).headers.get('location')).toBe('/sign-in?refused=unavailable');
    await alone.stop();
  });

  it('is not there where none is set', async () => {
    const plain = await startServer();
    expect((await plain.get('/sign-in/oidc')).status).toBe(404);
    expect((await plain.get('/sign-in/oidc/callback?code=x&state=y')).headers.get('location')).toBe(
      '/sign-in?refused=failed',
    );
    const somebody = await colleague(plain, 'coder', grant('coder'));
    const { data } = await somebody.ask('{ viewer { identityProvider } }');
    expect(data?.['viewer'].identityProvider).toBe(false);
    await plain.stop();
  });
});

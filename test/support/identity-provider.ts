import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import Provider from 'oidc-provider';

const CLIENT = { id: 'liaison-atlas', secret: 'a-secret-of-the-test' };

/** A key as the provider has it, or somebody else's. */
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

/** What a token is changed into before the product gets it; `otherKey` = signed with a key that the provider does not publish. */
export interface ChangedToken {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly otherKey?: boolean;
  readonly unsigned?: boolean;
}

/** A real OpenID Connect provider on this machine. Whoever signs in there says their address; some are not verified. */
export class IdentityProvider {
  /** How the next tokens are changed. */
  change: ChangedToken | undefined;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** @param redirectUri where the product wants people sent back */
  static async open(redirectUri: string): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const own = newKey();
    const provider = new Provider(issuer, {
      jwks: { keys: [{ ...own, kid: 'own', alg: 'RS256', use: 'sig' }] },
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['for-the-test'] },
      pkce: { required: () => true },
      // The login name is the address; one that begins with "unverified" is not vouched for.
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, email: sub, email_verified: !sub.startsWith('unverified') }),
      }),
    });
    const opened = new IdentityProvider(server, issuer);
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && opened.change !== undefined && body?.id_token !== undefined)
        body.id_token = changed(body.id_token, opened.change, own);
    });
    const handle = provider.callback();
    server.on('request', (request, response) => void handle(request, response));
    return opened;
  }

  get env() {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  }

  /** Signs in at the provider's own pages and consents. @returns the address to which it sends the browser back */
  async signIn(authorisation: string, email: string): Promise<string> {
    const jar = new Map<string, string>();
    let address = authorisation;
    for (let steps = 0; steps < 12; steps += 1) {
      if (!address.startsWith(this.issuer)) return address;
      const page = await this.ask(jar, address);
      const next = page.headers.get('location');
      if (next !== null) {
        address = new URL(next, this.issuer).href;
        continue;
      }
      const html = await page.text();
      const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
      if (action === undefined || prompt === undefined) throw new Error(`no form at ${address}: ${html}`);
      const body = new URLSearchParams({ prompt, login: email, password: 'any' });
      const sent = await this.ask(jar, new URL(action, this.issuer).href, body);
      address = new URL(sent.headers.get('location') ?? '', this.issuer).href;
    }
    throw new Error('the provider does not come to an end');
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async ask(jar: Map<string, string>, address: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
}

/** A token with other claims, signed anew. */
function changed(
  token: string,
  { claims = {}, otherKey = false, unsigned = false }: ChangedToken,
  own: JsonWebKey,
): string {
  const [head = '', payload = ''] = token.split('.');
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  const text = `${unsigned ? encoded({ alg: 'none' }) : head}.${encoded({ ...decoded(payload), ...claims })}`;
  if (unsigned) return `${text}.`;
  const key = createPrivateKey({ key: otherKey ? newKey() : own, format: 'jwk' });
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Configuration } from 'openid-client';
import type { Logger } from 'pino';
import { type DataSource, IsNull } from 'typeorm';

import { UnitOfWork } from '../../database/unit-of-work.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { DomainError } from '../../platform/domain-error.js';
import { LOGGER } from '../../platform/logger.js';
import type { Actor } from '../actor.js';
import { AccessGrant } from '../people/access-grant.entity.js';
import { holdAccount } from '../people/hold-account.js';
import { PersonContact } from '../people/person-contact.entity.js';
import { SessionService } from '../session.service.js';
import { toLogged } from './to-logged.js';

/** Path of the page to which the identity provider sends people back; to be registered there. */
export const OIDC_CALLBACK = '/sign-in/oidc/callback';

/** What has to be the same when somebody comes back as when they left; kept in their browser. */
export interface LeftWith {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * Why somebody who came back is not signed in: `unknown` = no account with a role has this address; `unverified` = the
 * provider does not vouch for the address; `failed` = it did not confirm who they are; `unavailable` = no answer from it.
 */
export type OidcRefusal = 'unknown' | 'unverified' | 'failed' | 'unavailable';

/** Loaded when somebody first signs in so: most installations have no provider. */
const library = () => import('openid-client');

/** Signing in through the identity provider of an organisation: OpenID Connect, authorisation code with PKCE. */
@Injectable()
export class OidcService {
  private found: Promise<Configuration> | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly sessions: SessionService,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Where to send somebody who wants to sign in. @throws DomainError NOT_FOUND where no provider is set */
  async begin(): Promise<{ readonly url: string; readonly left: LeftWith } | OidcRefusal> {
    if (this.config.oidc === null)
      throw new DomainError(
        'NOT_FOUND',
        'No identity provider is set.',
        '',
        'Sign in with a link by mail, at /sign-in.',
      );
    const oidc = await library();
    const left = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    try {
      const url = oidc.buildAuthorizationUrl(await this.provider(), {
        redirect_uri: this.config.publicUrl + OIDC_CALLBACK,
        scope: 'openid email',
        code_challenge: await oidc.calculatePKCECodeChallenge(left.verifier),
        code_challenge_method: 'S256',
        state: left.state,
        nonce: left.nonce,
      });
      return { url: url.href, left };
    } catch (error) {
      this.logger.error(toLogged(error), 'the identity provider cannot be reached');
      return 'unavailable';
    }
  }

  /**
   * Signs in whoever comes back from the provider.
   * @param query the part of the address from `?` on
   * @param browser what the browser showed before: it is that session no more
   * @returns the session's token, or why there is none
   */
  async finish(
    query: string,
    left: LeftWith,
    browser: Pick<Actor, 'sessionId'>,
  ): Promise<{ readonly token: string } | OidcRefusal> {
    if (this.config.oidc === null) return 'failed';
    const address = await this.addressOf(query, left);
    if (typeof address === 'string') return address;
    const contact = await this.reader.getRepository(PersonContact).findOneBy({ email: address.email });
    if (contact === null) return 'unknown';
    const { personId } = contact;
    return this.unitOfWork.run({ id: personId }, async (unit) => {
      // Who was erased meanwhile, or has got another address, is nobody whom the provider vouches for.
      const account = await holdAccount(unit.manager, { personId });
      if (account?.email !== address.email) return 'unknown';
      const roles = await unit.manager.countBy(AccessGrant, { personId, revokedAt: IsNull() });
      return roles === 0 ? 'unknown' : { token: await this.sessions.openIn(unit, personId, browser) };
    });
  }

  /** The address that the provider vouches for. */
  private async addressOf(
    query: string,
    { state, nonce, verifier }: LeftWith,
  ): Promise<{ readonly email: string } | OidcRefusal> {
    try {
      const oidc = await library();
      const provider = await this.provider();
      const tokens = await oidc.authorizationCodeGrant(
        provider,
        new URL(this.config.publicUrl + OIDC_CALLBACK + query),
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      );
      const claims = tokens.claims();
      if (claims === undefined) return 'failed';
      // Providers may keep the address out of the token, where it can be asked for.
      const known =
        claims['email'] === undefined
          ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
          : claims;
      const email = parseEmailAddress(typeof known['email'] === 'string' ? known['email'] : '', 'email');
      if (!email.ok || known['email_verified'] !== true) return 'unverified';
      return { email: email.value };
    } catch (error) {
      this.logger.warn(toLogged(error), 'the identity provider did not confirm a sign-in');
      return 'failed';
    }
  }

  /** What the provider says about itself; asked for when first needed, and again after it could not be had. */
  private provider(): Promise<Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<Configuration> {
    if (this.config.oidc === null) throw new Error('no identity provider is set');
    const { issuer, clientId, clientSecret } = this.config.oidc;
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await library();
    return discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // Without the second the library trusts the line alone, and looks at no signature. Settings allow plain HTTP on this
      // machine only.
      execute: [...(issuer.startsWith('http:') ? [allowInsecureRequests] : []), enableNonRepudiationChecks],
      timeout: 10,
    });
  }
}

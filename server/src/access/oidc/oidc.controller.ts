import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type Config, CONFIG } from '../../platform/config.js';
import type { Actor } from '../actor.js';
import { Allow, CurrentActor } from '../allow.decorator.js';
import { pathCookieName, setSessionCookie } from '../session-cookie.js';
import { type LeftWith, OIDC_CALLBACK, type OidcRefusal, OidcService } from './oidc.service.js';

const LEFT_MINUTES = 10;

/** The two addresses of signing in through an identity provider: going there, and coming back. */
@Controller()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the browser took along to the provider. */
  private cookieName(): string {
    return pathCookieName('la_oidc', this.config.publicUrl);
  }

  @Get('sign-in/oidc')
  @Allow('Public')
  async leave(@Res() reply: FastifyReply): Promise<void> {
    const begun = await this.oidc.begin();
    if (typeof begun === 'string') return refuse(reply, begun);
    const { state, nonce, verifier } = begun.left;
    void reply.setCookie(this.cookieName(), [state, nonce, verifier].join('.'), {
      path: OIDC_CALLBACK,
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
      maxAge: LEFT_MINUTES * 60,
    });
    await reply.header('cache-control', 'no-store').redirect(begun.url, 303);
  }

  @Get('sign-in/oidc/callback')
  @Allow('Public')
  async comeBack(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const left = readLeft(request.cookies[this.cookieName()]);
    void reply.clearCookie(this.cookieName(), {
      path: OIDC_CALLBACK,
      secure: this.config.publicUrl.startsWith('https:'),
    });
    if (left === null) return refuse(reply, 'failed');
    const at = request.url.indexOf('?');
    const finished = await this.oidc.finish(at < 0 ? '' : request.url.slice(at), left, actor);
    if (typeof finished === 'string') return refuse(reply, finished);
    setSessionCookie({ reply }, this.config, finished.token);
    await reply.header('cache-control', 'no-store').redirect('/account', 303);
  }
}

function readLeft(cookie: string | undefined): LeftWith | null {
  const [state, nonce, verifier, ...rest] = (cookie ?? '').split('.');
  return state && nonce && verifier && rest.length === 0 ? { state, nonce, verifier } : null;
}

/** The page that asks for an address says why. */
async function refuse(reply: FastifyReply, refusal: OidcRefusal): Promise<void> {
  await reply.header('cache-control', 'no-store').redirect(`/sign-in?refused=${refusal}`, 303);
}

import type { Config } from '../platform/config.js';
import type { GraphqlContext } from './request-of.js';
import { SESSION_COOKIE, SESSION_HOURS } from './session.service.js';

/** Gives the browser its session: not for scripts, not from other sites, over TLS where there is TLS. */
export function setSessionCookie({ reply }: GraphqlContext, config: Config, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    maxAge: SESSION_HOURS * 3600,
  });
}

/** Takes it away. */
export function clearSessionCookie({ reply }: GraphqlContext): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/' });
}

import type { FastifyRequest } from 'fastify';

import type { Config } from '../platform/config.js';
import type { GraphqlContext } from './request-of.js';

type Settings = Pick<Config, 'publicUrl' | 'sessionHours'>;

/**
 * Name of the cookie that holds the session's token. With TLS it has the prefix with which a browser takes it from this
 * very host over TLS only, for every path: no neighbour under the same domain can put in one of its own.
 */
export const sessionCookieName = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  `${prefixOf('__Host-', publicUrl)}la_session`;

/** A cookie for some paths only cannot have `__Host-`; the weaker prefix still asks for TLS. */
export const pathCookieName = (name: string, publicUrl: string): string =>
  `${prefixOf('__Secure-', publicUrl)}${name}`;

/** The demonstration has no TLS, and browsers refuse both prefixes without it. */
const prefixOf = (prefix: string, publicUrl: string): string => (isSecure(publicUrl) ? prefix : '');

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** What a request shows as its session; undefined = nothing. */
export const sessionTokenOf = ({ cookies }: FastifyRequest, config: Settings): string | undefined =>
  cookies[sessionCookieName(config)];

/** Gives the browser its session: not for scripts, not from other sites, over TLS where there is TLS. */
export function setSessionCookie(
  { reply }: Pick<GraphqlContext, 'reply'>,
  config: Settings,
  token: string,
): void {
  void reply.setCookie(sessionCookieName(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config.publicUrl),
    maxAge: config.sessionHours * 3600,
  });
}

/** Takes it away. */
export function clearSessionCookie({ reply }: Pick<GraphqlContext, 'reply'>, config: Settings): void {
  void reply.clearCookie(sessionCookieName(config), { path: '/', secure: isSecure(config.publicUrl) });
}

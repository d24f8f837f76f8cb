import type { FastifyReply, FastifyRequest } from 'fastify';

import { pathCookieName } from '../access/session-cookie.js';
import { type PostedForm, valueOf } from './read-form.js';

/** '' = English; `second` = the questionnaire's second language, where it has one. */
export type PageLanguage = '' | 'second';

const COOKIE = 'la_language';

/** The language that the respondent chose in this browser. */
export const languageOf = ({ cookies }: FastifyRequest, publicUrl: string): PageLanguage =>
  cookies[pathCookieName(COOKIE, publicUrl)] === 'second' ? 'second' : '';

/** Keeps the chosen language in this browser while it is open; the cookie says nothing else about anybody. */
export function keepLanguage(reply: FastifyReply, form: PostedForm, publicUrl: string): void {
  const language: PageLanguage = valueOf(form, 'lang') === 'second' ? 'second' : '';
  void reply.setCookie(pathCookieName(COOKIE, publicUrl), language, {
    path: '/respond',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  });
}

/** The page on which the language was chosen; what is no page's name leads to the entrance. */
export function pageOf(form: PostedForm): string {
  const page = valueOf(form, 'page');
  return /^[a-z][a-z0-9_-]{0,63}$/.test(page) ? `/${page}` : '';
}

import type { FastifyReply, FastifyRequest } from 'fastify';

import { toProblem } from '../platform/error.filter.js';
import { FOR_OTHER_SITES, isOpenData } from '../publication/open-to-other-sites.js';
import { sendRefusal } from '../publication/send-refusal.js';
import { isForPrograms } from './for-programs.js';
import type { PageRenderer } from './page-renderer.js';

const HEADING = 'Page not found';
const MESSAGE =
  'The address cannot be read: a part of it that begins with % is cut off or spelt wrongly. Check the address, or begin at the start page.';

/** As it stands where the pages have not been built. */
const BARE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${HEADING}</title></head>
<body><main><h1>${HEADING}</h1><p>${MESSAGE}</p><p><a href="/">Go to the start page</a></p></main></body></html>
`;

/**
 * Answers an address that cannot be decoded, which fails before any route: a page for whoever follows a link in a browser, a
 * problem for programs.
 */
export async function answerUnreadable(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  renderer: PageRenderer,
): Promise<void> {
  const { status, problem } = toProblem(error);
  if (isOpenData(request.url)) void reply.headers(FOR_OTHER_SITES);
  if (!wantsPage(request)) return sendRefusal(request, reply, status, problem);
  const back = { href: '/', text: 'Go to the start page' };
  const page = await renderer
    .render({ kind: 'trouble', heading: HEADING, message: MESSAGE, back })
    .catch(() => BARE);
  await reply
    .status(status)
    .headers({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
    .send(page);
}

/** A browser that goes somewhere says that it takes a page; the script of a page, and programs, ask for data or say nothing. */
const wantsPage = ({ method, headers: { accept = '' }, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && accept.includes('text/html') && !isForPrograms(url);

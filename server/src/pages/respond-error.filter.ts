import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { headersFor, logFailure, toProblem } from '../platform/error.filter.js';
import { LOGGER } from '../platform/logger.js';
import { PageRenderer } from './page-renderer.js';
import { PRIVATE_PAGE } from './respond-headers.js';

const TOO_LONG = 'Not saved: the text is too long.';

/** Shows a failure as a page, not as data: whoever answers the survey sees these addresses in a browser. */
@Catch()
@Injectable()
export class RespondErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly renderer: PageRenderer,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    logFailure(this.logger, error, request);
    if (reply.sent) return;
    const { status } = toProblem(error);
    if (status === 413) await takeIn(request);
    void reply.status(status).headers({ ...PRIVATE_PAGE, ...headersFor(status) });
    if (status === 413 && isAutosave(request)) {
      await reply.send({ message: TOO_LONG });
      return;
    }
    const page = failurePage(error, request.url);
    // When the pages themselves cannot be loaded, plain text has to do.
    const html = await this.renderer.render(page).catch(() => undefined);
    await reply
      .type(html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8')
      .send(html ?? inPlainText(page));
  }
}

/** An address that is no answering page at all is, to whoever followed a link there, a link that cannot be used. */
function failurePage(error: unknown, url: string): RespondPageModel {
  const { status, problem } = toProblem(error);
  if (status === 404) return { kind: 'unusable' };
  if (status === 413)
    return {
      kind: 'trouble',
      heading: 'The text is too long',
      message:
        'Nothing of this page was saved, because there is too much text on it. Use the Back button of your browser ' +
        'to return to what you wrote, and shorten it. What you saved before is still there.',
      back: { href: lastSaved(url), text: 'Go to the page as it was last saved' },
    };
  const heading = 'Sorry, there is a problem';
  return {
    kind: 'trouble',
    heading,
    message: `${problem.message} ${problem.mend} What you saved before is still there.`,
  };
}

const inPlainText = (page: RespondPageModel): string =>
  page.kind === 'trouble' ? `${page.heading}. ${page.message}` : 'This link cannot be used.';

/** Where the page that was sent can be opened again; what is sent from the check page has another address. */
const lastSaved = (url: string): string => url.replace(/\?.*$/s, '').replace(/\/submit$/, '/check');

/** The script asks for data, a browser that sends a form asks for a page. The body, which would say it, is not read. */
const isAutosave = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  accept.includes('application/json') && !accept.includes('text/html');

/** How much of a refused form is read off the connection, in bytes, and for how long, in milliseconds. */
const MOST_TAKEN_IN = 8 * 1024 * 1024;
const LONGEST_TAKEN_IN = 5000;

/**
 * Reads what a browser is still sending and throws it away. A browser that meets a closed connection while it sends
 * shows its own error page in the place of ours.
 */
function takeIn({ raw }: FastifyRequest): Promise<void> {
  if (raw.readableEnded || raw.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let taken = 0;
    const timer = setTimeout(resolve, LONGEST_TAKEN_IN);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    raw.on('data', (part: Buffer) => {
      taken += part.length;
      if (taken > MOST_TAKEN_IN) done();
    });
    raw.once('end', done).once('error', done).once('close', done);
    raw.resume();
  });
}

import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';

import { toProblem } from '../platform/error.filter.js';
import { LOGGER } from '../platform/logger.js';
import { PageRenderer } from './page-renderer.js';
import { PRIVATE_PAGE } from './respond-headers.js';

/** Shows a failure as a page, not as data: whoever answers the survey sees these addresses in a browser. */
@Catch()
export class RespondErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly renderer: PageRenderer,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, problem } = toProblem(error);
    if (status >= 500) this.logger.error({ err: error }, 'answering page failed');
    else this.logger.info({ code: problem.code }, problem.message);
    if (reply.sent) return;
    const heading = 'Sorry, there is a problem';
    const message = `${problem.message} ${problem.mend} What you saved before is still there.`;
    // When the pages themselves cannot be loaded, plain text has to do.
    const html = await this.renderer.render({ kind: 'trouble', heading, message }).catch(() => undefined);
    await reply
      .status(status)
      .headers(PRIVATE_PAGE)
      .type(html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8')
      .send(html ?? `${heading}. ${message}`);
  }
}

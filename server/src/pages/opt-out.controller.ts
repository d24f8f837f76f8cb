import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { MailedLinkService } from '../fieldwork/mailing/mailed-link.service.js';
import { PageRenderer } from './page-renderer.js';
import { readForm, valueOf } from './read-form.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { PRIVATE_PAGE } from './respond-headers.js';

/**
 * Getting no more mail, by the link at the end of every mail. A GET asks and changes nothing, because scanners open
 * links; the button posts, and so do mail programs with a button of their own (RFC 8058). Every token gets the same pages.
 */
@Controller('opt-out/:token')
@UseFilters(RespondErrorFilter)
export class OptOutController {
  constructor(
    private readonly links: MailedLinkService,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Allow('AnswerWithToken')
  ask(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return this.show(reply, token, 'asked');
  }

  @Post()
  @Allow('AnswerWithToken')
  async decide(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const back = valueOf(readForm(body), 'choice') === 'mail-again';
    await this.links.setOptOut(token, !back);
    await this.show(reply, token, back ? 'again' : 'done');
  }

  private async show(reply: FastifyReply, token: string, step: 'asked' | 'done' | 'again'): Promise<void> {
    const action = `/opt-out/${encodeURIComponent(token)}`;
    await reply
      .headers(PRIVATE_PAGE)
      .type('text/html; charset=utf-8')
      .send(await this.renderer.render({ kind: 'opt-out', action, step }));
  }
}

import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { type Config, CONFIG } from '../platform/config.js';
import { ComparePageService } from './compare-page.service.js';
import { LinkPagesService } from './link-pages.service.js';
import { keepLanguage, languageOf, pageOf } from './page-language.js';
import { PageRenderer } from './page-renderer.js';
import { readForm } from './read-form.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { PRIVATE_PAGE } from './respond-headers.js';
import { RespondPagesService } from './respond-pages.service.js';
import type { RespondReply } from './respond-reply.js';
import { SavePageService } from './save-page.service.js';

/**
 * The answering pages: HTML forms that work without JavaScript. A GET changes nothing; a POST answers with a redirect
 * once it has stored something, so that a reload never sends twice.
 */
@Controller('respond/:token')
@UseFilters(RespondErrorFilter)
export class RespondController {
  constructor(
    private readonly pages: RespondPagesService,
    private readonly saving: SavePageService,
    private readonly links: LinkPagesService,
    private readonly comparison: ComparePageService,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('AnswerWithToken')
  async enter(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.pages.enter(token), 302);
  }

  @Get('begun')
  @Allow('AnswerWithToken')
  async begun(
    @Param('token') token: string,
    @Query('mail') mail: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.links.begun(token, mail === '1'), 302);
  }

  @Get('also')
  @Allow('AnswerWithToken')
  async also(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.links.also(token), 302);
  }

  @Post('also')
  @Allow('AnswerWithToken')
  async saveAlso(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.links.saveAlso(token, readForm(body)), 303);
  }

  @Get('compare')
  @Allow('AnswerWithToken')
  async compare(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.comparison.show(token), 302);
  }

  @Get('hand-over')
  @Allow('AnswerWithToken')
  async handOver(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.links.handOver(token), 302);
  }

  @Post('hand-over')
  @Allow('AnswerWithToken')
  async sendOver(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, await this.links.sendOver(token, readForm(body)), 303);
  }

  @Get('handed-over')
  @Allow('AnswerWithToken')
  async handedOver(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.links.handedOver(token), 302);
  }

  @Get(':page')
  @Allow('AnswerWithToken')
  async show(
    @Param('token') token: string,
    @Param('page') page: string,
    @Query('from') from: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(
      reply,
      await this.pages.show(token, page, from === 'check', languageOf(request, this.config.publicUrl)),
      302,
    );
  }

  @Post('submit')
  @Allow('AnswerWithToken')
  async submit(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(
      reply,
      await this.pages.send(token, readForm(body), languageOf(request, this.config.publicUrl)),
      303,
    );
  }

  /** The same for every token, known or not: it says nothing about the link. */
  @Post('language')
  @Allow('AnswerWithToken')
  async chooseLanguage(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(body);
    keepLanguage(reply, form, this.config.publicUrl);
    await this.send(reply, { redirect: `/respond/${encodeURIComponent(token)}${pageOf(form)}` }, 303);
  }

  @Post('withdraw')
  @Allow('AnswerWithToken')
  async withdraw(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.send(reply, await this.pages.withdraw(token), 303);
  }

  @Post(':page')
  @Allow('AnswerWithToken')
  async save(
    @Param('token') token: string,
    @Param('page') page: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(
      reply,
      await this.saving.save(token, page, readForm(body), languageOf(request, this.config.publicUrl)),
      303,
    );
  }

  private async send(reply: FastifyReply, answer: RespondReply, redirectStatus: 302 | 303): Promise<void> {
    void reply.headers(PRIVATE_PAGE);
    if ('redirect' in answer) {
      await reply.redirect(answer.redirect, redirectStatus);
    } else if ('saved' in answer) {
      await reply.status(answer.status).send(answer.saved);
    } else {
      await reply
        .status(answer.status)
        .type('text/html; charset=utf-8')
        .send(await this.renderer.render(answer.page));
    }
  }
}

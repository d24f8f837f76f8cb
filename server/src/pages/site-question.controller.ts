import { displayName } from '@liaison-atlas/shared/fieldwork/display-name';
import type { SiteQuestionModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { type OpenQuestion, SiteAnswerService } from '../cleaning/site-answer.service.js';
import { FrameService } from '../frame/frame.service.js';
import { PageRenderer } from './page-renderer.js';
import { readForm, valueOf } from './read-form.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { PRIVATE_PAGE } from './respond-headers.js';

/** The page on which a site answers one question; works without JavaScript. A GET changes nothing. */
@Controller('query/:token')
@UseFilters(RespondErrorFilter)
export class SiteQuestionController {
  constructor(
    private readonly sites: SiteAnswerService,
    private readonly frame: FrameService,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Allow('AnswerWithToken')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.sites.find(token);
    await this.send(reply, found, 200, (open) => ({ ...this.asked(open), action: actionOf(token) }));
  }

  @Post()
  @Allow('AnswerWithToken')
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Read before: an answer ends the link, and the thanks still name the round.
    const found = await this.sites.find(token);
    const outcome = await this.sites.answer(token, valueOf(readForm(body), 'answer'));
    if (outcome === 'unusable') await this.send(reply, null, 404, (open) => this.asked(open));
    else if (outcome === 'answered') await this.send(reply, found, 200, (open) => this.asked(open));
    else
      await this.send(reply, found, 422, (open) => ({
        ...this.asked(open),
        action: actionOf(token),
        unanswered: true,
      }));
  }

  private asked({ query, round }: OpenQuestion): SiteQuestionModel {
    return {
      kind: 'site_question',
      roundTitle: round.title,
      synthetic: round.kind === 'synthetic',
      hospitalName: displayName(round.kind, this.frame.findHospital(query.odsCode)?.name ?? query.odsCode),
      question: query.question,
      action: '',
      unanswered: false,
    };
  }

  private async send(
    reply: FastifyReply,
    found: OpenQuestion | null,
    status: number,
    toModel: (open: OpenQuestion) => SiteQuestionModel,
  ): Promise<void> {
    void reply.headers(PRIVATE_PAGE).type('text/html; charset=utf-8');
    const page = found === null ? ({ kind: 'unusable' } as const) : toModel(found);
    await reply.status(found === null ? 404 : status).send(await this.renderer.render(page));
  }
}

const actionOf = (token: string): string => `/query/${encodeURIComponent(token)}`;

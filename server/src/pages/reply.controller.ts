import type { ReplyModel, RespondPageModel } from '@liaison-atlas/shared/fieldwork/respond-page';
import { Body, Controller, Get, Param, Post, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import {
  type OpenReply,
  ReplyPageService,
  type ReplyPress,
} from '../publication/release-desk/reply-page.service.js';
import { PageRenderer } from './page-renderer.js';
import { type PostedForm, readForm, valueOf } from './read-form.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { PRIVATE_PAGE } from './respond-headers.js';

/**
 * The right of reply of a hospital, by the link of its mail; works without JavaScript. A GET changes nothing that is
 * published, and notes at most that this was shown.
 */
@Controller('reply/:token')
@UseFilters(RespondErrorFilter)
export class ReplyController {
  constructor(
    private readonly replies: ReplyPageService,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Allow('AnswerWithToken')
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.replies.open(token);
    if (found === null) await this.send(reply, 404, { kind: 'unusable' });
    else await this.send(reply, 200, toPage(found, token));
  }

  @Post()
  @Allow('AnswerWithToken')
  async press(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = readForm(body);
    const pressed = toPress(form);
    const found = pressed === undefined ? await this.replies.open(token) : null;
    // No button of the page: it is shown again, as an unknown link would be shown its own.
    const outcome =
      pressed === undefined
        ? found === null
          ? 'unusable'
          : 'taken'
        : await this.replies.press(token, pressed);
    if (outcome === 'unusable') await this.send(reply, 404, { kind: 'unusable' });
    else if (outcome === 'taken') await reply.headers(PRIVATE_PAGE).redirect(actionOf(token), 303);
    else if (outcome === 'too_many') await this.send(reply, 429, TOO_MANY);
    else await this.again(reply, token, valueOf(form, 'words'), PROBLEMS[outcome]);
  }

  private async again(reply: FastifyReply, token: string, words: string, problem: string): Promise<void> {
    const found = await this.replies.open(token);
    if (found === null) await this.send(reply, 404, { kind: 'unusable' });
    else await this.send(reply, 422, { ...toPage(found, token), attempt: { words, problem } });
  }

  private async send(reply: FastifyReply, status: number, page: RespondPageModel): Promise<void> {
    void reply.headers(PRIVATE_PAGE).type('text/html; charset=utf-8').status(status);
    await reply.send(await this.renderer.render(page));
  }
}

const actionOf = (token: string): string => `/reply/${encodeURIComponent(token)}`;

function toPress(form: PostedForm): ReplyPress | undefined {
  switch (valueOf(form, 'do')) {
    case 'right':
      return { kind: 'right' };
    case 'wrong':
      return { kind: 'wrong', words: valueOf(form, 'words') };
    case 'hide_score':
      return { kind: 'naming', score: true };
    case 'name_score':
      return { kind: 'naming', score: false };
    case 'hide_quotations':
      return { kind: 'naming', quotations: true };
    case 'name_quotations':
      return { kind: 'naming', quotations: false };
    default:
      return undefined;
  }
}

const toPage = ({ round, period, shown, said, refusal }: OpenReply, token: string): ReplyModel => ({
  kind: 'reply',
  roundTitle: round.title,
  synthetic: round.kind === 'synthetic',
  action: actionOf(token),
  endsAt: period.endsAt,
  shown: {
    hospitalName: shown.hospital.name,
    label: shown.hospital.label,
    marker: shown.hospital.marker,
    score: shown.hospital.score,
    otherProvision: shown.hospital.otherProvision,
    quotations: shown.quotations,
  },
  said,
  refusesScore: refusal.score,
  refusesQuotations: refusal.quotations,
});

const PROBLEMS = {
  empty: 'Write what is wrong.',
  too_long: 'Write at most 2,000 characters, and only letters, digits and signs.',
} as const;
const TOO_MANY: RespondPageModel = {
  kind: 'trouble',
  heading: 'This link has been used very often',
  message:
    'Nothing was taken down this time. What you said before is kept. Write to the survey team instead.',
};

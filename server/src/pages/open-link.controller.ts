import { parseOpenStart } from '@liaison-atlas/shared/fieldwork/open-link';
import type { OpenLinkEntries } from '@liaison-atlas/shared/fieldwork/respond-page';
import {
  hospitalNames,
  NOTHING_ENTERED,
  toOpenLinkPage,
} from '@liaison-atlas/shared/fieldwork/to-link-pages';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { OpenFormService, type UsableOpenLink } from '../fieldwork/open-form.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { newToken } from '../platform/ids.js';
import { HospitalChoices } from './hospital-choices.js';
import { PageRenderer } from './page-renderer.js';
import { type PostedForm, readForm, valueOf } from './read-form.js';
import { RespondErrorFilter } from './respond-error.filter.js';
import { PRIVATE_PAGE } from './respond-headers.js';
import { type RespondReply, showPage, UNUSABLE } from './respond-reply.js';

/**
 * Open links of mailing lists: choose a hospital, press Start, answer under a link of one's own. A list that is unknown,
 * switched off or closed gets the page of a link that cannot be used. A GET changes nothing.
 */
@Controller('r/:round/:list')
@UseFilters(RespondErrorFilter)
export class OpenLinkController {
  constructor(
    private readonly forms: OpenFormService,
    private readonly instruments: InstrumentService,
    private readonly hospitals: HospitalChoices,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Allow('Public')
  async show(
    @Param('round') round: string,
    @Param('list') list: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.forms.find(round, list);
    await this.send(reply, found === undefined ? UNUSABLE : await this.page(found));
  }

  @Post()
  @Allow('Public')
  async begin(
    @Param('round') round: string,
    @Param('list') list: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.forms.find(round, list);
    const answer = found === undefined ? UNUSABLE : await this.start(found, readForm(body), request.ip);
    await this.send(reply, answer);
  }

  private async start(found: UsableOpenLink, form: PostedForm, address: string): Promise<RespondReply> {
    const entered: OpenLinkEntries = {
      hospital: valueOf(form, 'hospital'),
      otherName: valueOf(form, 'otherName'),
      otherTown: valueOf(form, 'otherTown'),
      email: valueOf(form, 'email'),
    };
    const key = valueOf(form, 'key');
    const checked = parseOpenStart(entered, this.hospitals.named(found.round));
    if (!checked.ok) return this.page(found, { key, entered, problems: checked.problems });
    const begun = await this.forms.begin(found, { key, ...checked.value }, address);
    if (begun.ok) {
      const mailed = checked.value.email === '' ? '' : '?mail=1';
      return { redirect: `/respond/${begun.value.token}/begun${mailed}` };
    }
    if (begun.problems.some(({ code }) => code === 'TOO_MANY')) return tooMany(begun.problems);
    return this.page(found, { key: newToken(), entered, problems: begun.problems });
  }

  private async page(
    { link, round }: UsableOpenLink,
    attempt?: {
      readonly key: string;
      readonly entered: OpenLinkEntries;
      readonly problems: readonly Problem[];
    },
  ): Promise<RespondReply> {
    const { key = newToken(), entered = NOTHING_ENTERED, problems = [] } = attempt ?? {};
    const page = toOpenLinkPage({
      base: `/r/${encodeURIComponent(round.id)}/${link.name}`,
      surveyTitle: (await this.instruments.contentOf(round)).title.en,
      roundTitle: round.title,
      synthetic: round.kind === 'synthetic',
      hospitals: hospitalNames(this.hospitals.named(round)),
      closesAt: round.closesAt ?? '',
      key,
      entered,
      problems,
    });
    return showPage(page, problems.length > 0 ? 422 : 200);
  }

  private async send(reply: FastifyReply, answer: RespondReply): Promise<void> {
    void reply.headers(PRIVATE_PAGE);
    if ('redirect' in answer) await reply.redirect(answer.redirect, 303);
    else if ('page' in answer)
      await reply
        .status(answer.status)
        .type('text/html; charset=utf-8')
        .send(await this.renderer.render(answer.page));
  }
}

const tooMany = (problems: readonly Problem[]): RespondReply =>
  showPage(
    {
      kind: 'trouble',
      heading: 'Too many forms at once',
      message: problems.map(({ message, mend }) => `${message} ${mend}`).join(' '),
    },
    429,
  );

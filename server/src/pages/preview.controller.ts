import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';
import { toPreviewPage } from '@liaison-atlas/shared/fieldwork/to-preview-page';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { ACUTE_ED_2018 } from '../frame/frame.service.js';
import { InstrumentDraftService } from '../instrument/instrument-draft.service.js';
import { HospitalChoices } from './hospital-choices.js';
import { PageRenderer } from './page-renderer.js';
import { readForm } from './read-form.js';
import { PRIVATE_PAGE } from './respond-headers.js';

/**
 * A draft as respondents will see it, for those who design it. Only GET: the answers travel in the address and are
 * stored nowhere.
 */
@Controller('manage/v1/instrument-drafts/:id/preview')
export class PreviewController {
  constructor(
    private readonly drafts: InstrumentDraftService,
    private readonly hospitals: HospitalChoices,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  @Allow('DesignInstrument')
  async begin(@Param('id') id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.send(id, '', query, reply);
  }

  @Get(':page')
  @Allow('DesignInstrument')
  async show(
    @Param('id') id: string,
    @Param('page') page: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(id, page, query, reply);
  }

  private async send(id: string, page: string, query: unknown, reply: FastifyReply): Promise<void> {
    const draft = await this.drafts.get(id);
    const preview = toPreviewPage(
      {
        instrument: JSON.parse(draft.content) as Instrument,
        base: `/manage/v1/instrument-drafts/${draft.id}/preview`,
        hospitals: this.hospitals.of({ kind: 'live', frameId: ACUTE_ED_2018 }, ''),
      },
      page,
      readForm(query),
    );
    void reply.headers(PRIVATE_PAGE);
    if ('redirect' in preview) await reply.redirect(preview.redirect, 302);
    else
      await reply
        .status(200)
        .type('text/html; charset=utf-8')
        .send(await this.renderer.render(preview.page));
  }
}

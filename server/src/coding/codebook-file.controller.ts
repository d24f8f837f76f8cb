import { toQdc } from '@liaison-atlas/shared/coding/qdc';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { sendFile } from '../platform/send-file.js';
import { CodebookService } from './codebook.service.js';
import { writeQdc } from './qdc-file.js';

/** A codebook as a REFI-QDA file, for other programs of qualitative analysis. */
@Controller('manage/v1')
export class CodebookFileController {
  constructor(private readonly codebooks: CodebookService) {}

  @Get('codebooks/:codebook/codebook.qdc')
  @Allow('CodeComments', 'ManageCoding')
  async file(
    @CurrentActor() actor: Actor,
    @Param('codebook') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { book, current } = await this.codebooks.get(actor, id);
    sendFile(reply, {
      contentType: 'application/xml; charset=utf-8',
      fileName: `codebook-version-${book.version}.qdc`,
      content: writeQdc(toQdc(current.content)),
    });
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { sendPrepared } from '../publication/prepared-answer.js';
import { PageRenderer } from './page-renderer.js';

/** Style sheet and script of the answering pages. Their names change with their content, so they may be kept. */
@Controller('respond-assets')
export class RespondAssetsController {
  constructor(private readonly renderer: PageRenderer) {}

  @Get(':name')
  @Allow('Public')
  async file(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = await this.renderer.findAsset(name);
    if (asset === undefined)
      throw new DomainError('NOT_FOUND', 'There is nothing at this address.', '', 'Check the address.');
    sendPrepared(request, reply, asset);
  }
}

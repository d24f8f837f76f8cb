import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { PageRenderer } from './page-renderer.js';

/** Style sheet and script of the answering pages. Their names change with their content, so they may be kept. */
@Controller('respond-assets')
export class RespondAssetsController {
  constructor(private readonly renderer: PageRenderer) {}

  @Get(':name')
  @Allow('Public')
  async file(
    @Param('name') name: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = await this.renderer.findAsset(name);
    if (asset === undefined)
      throw new DomainError('NOT_FOUND', 'There is nothing at this address.', '', 'Check the address.');
    const encoding = /\bbr\b/.test(accepted ?? '')
      ? 'br'
      : /\bgzip\b/.test(accepted ?? '')
        ? 'gzip'
        : undefined;
    const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain;
    if (encoding !== undefined) void reply.header('content-encoding', encoding);
    await reply
      .header('vary', 'accept-encoding')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(asset.contentType)
      .send(body);
  }
}

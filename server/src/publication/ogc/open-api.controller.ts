import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../../access/allow.decorator.js';
import { SiteAddress } from '../../platform/site-address.js';
import { sendPrepared } from '../prepared-answer.js';
import { OpenApiService } from './open-api.service.js';

/** What there is to ask, for programs: OpenAPI 3.1, and 3.0 for those that know no later one. */
@Controller('open/v1')
export class OpenApiController {
  constructor(
    private readonly openApi: OpenApiService,
    private readonly site: SiteAddress,
  ) {}

  @Get('openapi.json')
  @Allow('Public')
  async current(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openApi.describe(this.site.of(request), '3.1.0'));
  }

  @Get('openapi-3.0.json')
  @Allow('Public')
  async older(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openApi.describe(this.site.of(request), '3.0.3'));
  }
}

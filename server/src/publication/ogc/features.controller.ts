import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../../access/allow.decorator.js';
import { SiteAddress } from '../../platform/site-address.js';
import { sendPrepared } from '../prepared-answer.js';
import { FeaturesService } from './features.service.js';

type Parameters = Readonly<Record<string, unknown>>;

/** OGC API Features, part 1: what a GIS reads that is given the address `/open/v1`. */
@Controller('open/v1')
export class FeaturesController {
  constructor(
    private readonly features: FeaturesService,
    private readonly site: SiteAddress,
  ) {}

  @Get()
  @Allow('Public')
  async landingPage(
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.landingPage(this.site.of(request), parameters));
  }

  @Get('conformance')
  @Allow('Public')
  async conformance(
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.conformance(parameters));
  }

  @Get('collections')
  @Allow('Public')
  async collections(
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.list(this.site.of(request), parameters));
  }

  @Get('collections/:collection')
  @Allow('Public')
  async collection(
    @Param('collection') id: string,
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.collection(this.site.of(request), id, parameters));
  }

  @Get('collections/:collection/items')
  @Allow('Public')
  async items(
    @Param('collection') id: string,
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.items(this.site.of(request), id, parameters));
  }

  @Get('collections/:collection/items/:feature')
  @Allow('Public')
  async item(
    @Param('collection') id: string,
    @Param('feature') feature: string,
    @Query() parameters: Parameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.features.item(this.site.of(request), id, feature, parameters));
  }
}

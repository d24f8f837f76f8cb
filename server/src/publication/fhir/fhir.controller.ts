import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../../access/allow.decorator.js';
import { SiteAddress } from '../../platform/site-address.js';
import { sendPrepared } from '../prepared-answer.js';
import { FhirService } from './fhir.service.js';

/** FHIR R4, for reading: what the open data says, for systems of hospitals. */
@Controller('fhir')
export class FhirController {
  constructor(
    private readonly fhir: FhirService,
    private readonly site: SiteAddress,
  ) {}

  @Get('metadata')
  @Allow('Public')
  async metadata(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.fhir.capabilities(this.site.of(request)));
  }

  @Get(':type')
  @Allow('Public')
  async search(
    @Param('type') type: string,
    @Query() parameters: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.fhir.search(this.site.of(request), type, parameters));
  }

  @Get(':type/:id')
  @Allow('Public')
  async read(
    @Param('type') type: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.fhir.read(type, id));
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../../access/allow.decorator.js';
import { SiteAddress } from '../../platform/site-address.js';
import { sendPrepared } from '../prepared-answer.js';
import { FhirService } from './fhir.service.js';

/** A release as one FHIR Bundle, among the other files of its round. */
@Controller('open/v1')
export class FhirBundleController {
  constructor(
    private readonly fhir: FhirService,
    private readonly site: SiteAddress,
  ) {}

  @Get('rounds/:round/fhir-bundle.json')
  @Allow('Public')
  async bundle(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.fhir.bundle(this.site.of(request), round));
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { OpenDataService, RELEASE_FILES, type ReleaseFile } from './open-data.service.js';
import { sendPrepared } from './prepared-answer.js';

/** The open data addresses; a stable contract, documented at `/data` and in `docs/data.md`. */
@Controller('open/v1')
export class OpenDataController {
  constructor(private readonly openData: OpenDataService) {}

  @Get('rounds')
  @Allow('Public')
  async rounds(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openData.roundsList());
  }

  @Get('rounds/:round/:file')
  @Allow('Public')
  async releaseFile(
    @Param('round') round: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isReleaseFile(file))
      throw new DomainError(
        'NOT_FOUND',
        'There is no such file.',
        'file',
        `Use one of ${RELEASE_FILES.join(', ')}.`,
      );
    sendPrepared(request, reply, await this.openData.releaseFile(round, file));
  }

  @Get('frames/:frame/hospitals.geojson')
  @Allow('Public')
  async frameHospitals(
    @Param('frame') frame: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.openData.frameHospitals(frame));
  }

  @Get('early-implementers.geojson')
  @Allow('Public')
  async earlyImplementers(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.openData.earlyImplementers());
  }
}

const isReleaseFile = (file: string): file is ReleaseFile =>
  (RELEASE_FILES as readonly string[]).includes(file);

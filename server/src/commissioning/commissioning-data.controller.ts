import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { sendPrepared } from '../publication/prepared-answer.js';
import { CommissioningDataService } from './commissioning-data.service.js';

/** Open data for commissioners: areas, and the case-study library. */
@Controller('open/v1')
export class CommissioningDataController {
  constructor(private readonly data: CommissioningDataService) {}

  @Get('areas')
  @Allow('Public')
  async areas(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.data.areas());
  }

  @Get('areas/:file')
  @Allow('Public')
  async area(
    @Param('file') file: string,
    @Query('round') round: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, code] = /^([A-Za-z0-9]{1,10})\.json$/.exec(file) ?? [];
    if (code === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such file.',
        'file',
        'Use {code}.json with a code of /open/v1/areas.',
      );
    if (round !== undefined && typeof round !== 'string')
      throw new DomainError('BAD_INPUT', 'Only one round can be shown.', 'round', 'Give round once.');
    sendPrepared(request, reply, await this.data.area(code, round));
  }

  @Get('case-studies')
  @Allow('Public')
  async caseStudies(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendPrepared(request, reply, await this.data.caseStudies());
  }
}

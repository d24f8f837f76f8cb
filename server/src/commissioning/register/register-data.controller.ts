import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../../access/allow.decorator.js';
import { sendPrepared } from '../../publication/prepared-answer.js';
import { RegisterDataService } from './register-data.service.js';

/** The service register as open data. */
@Controller('open/v1')
export class RegisterDataController {
  constructor(private readonly data: RegisterDataService) {}

  @Get('services.json')
  @Allow('Public')
  async services(
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.data.list(query));
  }

  @Get('services/:id')
  @Allow('Public')
  async service(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.data.one(id));
  }
}

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { sendPrepared } from '../publication/prepared-answer.js';
import { REPORT_POLICY } from '../publication/report/report-files.service.js';
import { type BriefingFormat, BriefingService } from './briefing.service.js';
import type { AskedQuery } from './read-query.js';

/** The two pages of an area as files, from what stands in the address; nothing is stored. */
@Controller('open/v1/areas/:code')
export class BriefingController {
  constructor(private readonly briefings: BriefingService) {}

  @Get('briefing.html')
  @Allow('Public')
  async html(
    @Param('code') code: string,
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.briefings.file(code, query, 'html');
    void reply.header('content-security-policy', REPORT_POLICY);
    sendPrepared(request, reply, answer);
  }

  @Get('briefing.pdf')
  @Allow('Public')
  pdf(
    @Param('code') code: string,
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(code, query, 'pdf', request, reply);
  }

  @Get('briefing.docx')
  @Allow('Public')
  docx(
    @Param('code') code: string,
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(code, query, 'docx', request, reply);
  }

  @Get('briefing.json')
  @Allow('Public')
  json(
    @Param('code') code: string,
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(code, query, 'json', request, reply);
  }

  private async send(
    code: string,
    query: AskedQuery,
    format: BriefingFormat,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.briefings.file(code, query, format));
  }
}

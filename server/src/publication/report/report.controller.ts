import {
  REPORT_FORMATS,
  previewName,
  type ReportFormat,
} from '@liaison-atlas/shared/publication/report/report-file-name';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/domain-error.js';
import { sendPrepared } from '../prepared-answer.js';
import { REPORT_POLICY, reportFile, ReportFilesService } from './report-files.service.js';
import { ReportService } from './report.service.js';

/** Reports for everybody: that of a round's newest release. */
@Controller('open/v1')
export class ReportController {
  constructor(private readonly files: ReportFilesService) {}

  @Get('rounds/:round/report.html')
  @Allow('Public')
  async html(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.files.released(round, 'html');
    void reply.header('content-security-policy', REPORT_POLICY);
    sendPrepared(request, reply, answer);
  }

  @Get('rounds/:round/report.docx')
  @Allow('Public')
  async docx(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.files.released(round, 'docx'));
  }

  @Get('rounds/:round/report.pdf')
  @Allow('Public')
  async pdf(
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.files.released(round, 'pdf'));
  }
}

/** A report before it is released, for its team. */
@Controller('manage/v1')
export class ReportPreviewController {
  constructor(private readonly reports: ReportService) {}

  @Get('rounds/:round/report/:format')
  @Allow('ReadAnalysis')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('round') roundId: string,
    @Param('format') asked: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = formatOf(asked);
    const { round, tree } = await this.reports.preview(actor, roundId);
    const { body, contentType } = await reportFile(tree, format);
    void reply.header('content-type', contentType).header('cache-control', 'private, no-store');
    if (format === 'html') void reply.header('content-security-policy', REPORT_POLICY);
    else void reply.header('content-disposition', `attachment; filename="${previewName(round, format)}"`);
    void reply.send(body);
  }
}

function formatOf(asked: string): ReportFormat {
  const format = REPORT_FORMATS.find((each) => asked === `preview.${each}`);
  if (format === undefined)
    throw new DomainError(
      'NOT_FOUND',
      'There is no such file.',
      'format',
      `Use one of ${REPORT_FORMATS.map((each) => `preview.${each}`).join(', ')}.`,
    );
  return format;
}

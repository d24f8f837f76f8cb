import { composeBusinessCase, LONGEST_BOX } from '@liaison-atlas/shared/commissioning/business-case';
import type { ReportTree } from '@liaison-atlas/shared/publication/report/report-tree';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { CACHE, prepareAnswer, sendPrepared } from '../publication/prepared-answer.js';
import { REPORT_POLICY, reportFile } from '../publication/report/report-files.service.js';
import { type AskedQuery, readOne } from './read-query.js';

/** A logic model and a benefits plan from what the address holds; nothing is stored. */
@Controller('open/v1')
export class BusinessCaseController {
  @Get('business-case.html')
  @Allow('Public')
  async html(
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { body, contentType } = await reportFile(treeOf(query), 'html');
    const answer = await prepareAnswer(
      body,
      { contentType, fileName: '', cacheControl: CACHE.atOnce },
      { sent: 'once' },
    );
    void reply.header('content-security-policy', REPORT_POLICY);
    sendPrepared(request, reply, answer);
  }

  @Get('business-case.docx')
  @Allow('Public')
  async docx(
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tree = treeOf(query);
    const { body, contentType } = await reportFile(tree, 'docx');
    const head = { contentType, fileName: 'business-case.docx', cacheControl: CACHE.atOnce };
    // The bytes of a Word document hold when they were packed.
    const meaning = `docx ${JSON.stringify(tree)}`;
    sendPrepared(request, reply, await prepareAnswer(body, head, { sent: 'once', meaning }));
  }

  @Get('business-case.json')
  @Allow('Public')
  async json(
    @Query() query: AskedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const head = { contentType: 'application/json; charset=utf-8', fileName: '', cacheControl: CACHE.atOnce };
    sendPrepared(request, reply, await prepareAnswer(JSON.stringify(treeOf(query)), head, { sent: 'once' }));
  }
}

/** @throws DomainError BAD_INPUT: the first box that cannot be read is named */
function treeOf(query: AskedQuery): ReportTree {
  const composed = composeBusinessCase((box) => readOne(query, box, LONGEST_BOX));
  if (composed.ok) return composed.value;
  const [first] = composed.problems;
  throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
}

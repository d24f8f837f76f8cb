import type { FrameImportReport } from '@liaison-atlas/shared/frame/frame-import-report';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { FrameImportService } from './frame-import.service.js';
import { readUpload } from './frame-upload.js';

/**
 * The upload of a list. It is no GraphQL because a register is larger than any request there may be. Without `plan`
 * the answer is the report and nothing is stored; with the report's `plan` exactly what it describes is stored.
 */
@Controller('manage/v1')
export class FrameImportController {
  constructor(private readonly importing: FrameImportService) {}

  @Post('frames/:frame/import')
  @Allow('ManageFrame')
  async import(
    @CurrentActor() actor: Actor,
    @Param('frame') frameId: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await readUpload(request);
    const upload = {
      bytes,
      fileName: textOf(query['name']) || 'list.csv',
      source: textOf(query['source']),
      whole: query['whole'] === 'yes',
    };
    const plan = textOf(query['plan']);
    const result =
      plan === ''
        ? await this.importing.check(actor, frameId, upload)
        : await this.importing.store(actor, frameId, upload, plan);
    send(reply, result.ok ? result.value : { problems: result.problems }, result.ok ? 200 : 400);
  }
}

function send(
  reply: FastifyReply,
  body: FrameImportReport | { readonly problems: readonly Problem[] },
  status: number,
): void {
  void reply.status(status).header('cache-control', 'no-store').send(body);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

import { Readable } from 'node:stream';

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/domain-error.js';
import { type AskedBasis, EXPORT_BASES, RoundExports } from './round-export.service.js';

/** Pieces that wait for the network before the next rows are read. They stay text: a buffer of each would be litter. */
const WAITING = 2;

/** The data of a round for its own team; never part of the open data. */
@Controller('manage/v1')
export class RoundExportController {
  constructor(private readonly exports: RoundExports) {}

  @Get('rounds/:round/export')
  @Allow('ReadAnalysis')
  async offer(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query('basis') basis: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offer = await this.exports.offer(actor, round, toBasis(basis));
    void reply.header('cache-control', 'private, no-store').send(offer);
  }

  @Get('rounds/:round/export/:file')
  @Allow('ReadAnalysis')
  async file(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('file') file: string,
    @Query('basis') basis: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { contentType, fileName, content } = await this.exports.file(actor, round, file, toBasis(basis));
    // Packed on the way, the first rows would wait for the packer's buffer; who wants it small takes the zip.
    request.headers['x-no-compression'] = 'export';
    void reply
      .header('content-type', contentType)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'private, no-store')
      .send(
        typeof content === 'string' || Buffer.isBuffer(content)
          ? content
          : content instanceof Readable
            ? content
            : Readable.from(content, { highWaterMark: WAITING }),
      );
  }
}

/** Undefined = the freeze that holds, else the live state. @throws DomainError BAD_INPUT */
function toBasis(value: unknown): AskedBasis {
  const basis = EXPORT_BASES.find((known) => known === value);
  if (basis !== undefined || value === undefined) return basis;
  throw new DomainError('BAD_INPUT', 'There is no such basis.', 'basis', `Use ${EXPORT_BASES.join(' or ')}.`);
}

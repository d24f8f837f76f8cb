import { liveFileName } from '@liaison-atlas/shared/publication/file-name';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import type { Round } from '../fieldwork/round.entity.js';
import { CSV_TYPE, csvText } from '../platform/csv-text.js';
import { sendFile } from '../platform/send-file.js';
import { CodeTallyService } from './code-tally.service.js';

interface Table {
  readonly round: Round;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Codings and quotations of a round as files for its lead; never part of the open data. */
@Controller('manage/v1')
export class CodingFilesController {
  constructor(private readonly tallies: CodeTallyService) {}

  @Get('rounds/:round/codebooks/:codebook/codings.csv')
  @Allow('ManageCoding')
  async codings(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('codebook') codebook: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.tallies.codingRows(actor, round, codebook), 'codings');
  }

  @Get('rounds/:round/codebooks/:codebook/quotations.csv')
  @Allow('ManageCoding')
  async quotations(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('codebook') codebook: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.tallies.quotationRows(actor, round, codebook), 'quotations');
  }
}

function send(reply: FastifyReply, table: Table, subject: 'codings' | 'quotations'): void {
  sendFile(reply, {
    contentType: CSV_TYPE,
    fileName: liveFileName(table.round, subject, 'csv'),
    content: csvText(table),
  });
}

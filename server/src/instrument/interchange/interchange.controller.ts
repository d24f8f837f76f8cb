import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/domain-error.js';
import { sendFile } from '../../platform/send-file.js';
import { FHIR_JSON } from './interchange-bodies.js';
import { type ImportReport, InterchangeService } from './interchange.service.js';
import { XLSX } from './workbook.js';

/** Questionnaires as files, for those who design them. */
@Controller('manage/v1/instruments')
export class InterchangeController {
  constructor(private readonly interchange: InterchangeService) {}

  @Get(':version/xlsform.xlsx')
  @Allow('DesignInstrument')
  async xlsForm(
    @Param('version') version: string,
    @Query('key') key: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const name = nameOf(key);
    sendFile(reply, {
      contentType: XLSX,
      fileName: `${name ?? 'questionnaire'}-${version}.xlsx`,
      content: await this.interchange.xlsForm(name, version),
    });
  }

  @Get(':version/questionnaire.fhir.json')
  @Allow('DesignInstrument')
  async fhir(
    @Param('version') version: string,
    @Query('key') key: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const name = nameOf(key);
    sendFile(reply, {
      contentType: `${FHIR_JSON}; charset=utf-8`,
      fileName: `${name ?? 'questionnaire'}-${version}.fhir.json`,
      content: await this.interchange.fhirQuestionnaire(name, version),
    });
  }

  @Post('import/xlsform.xlsx')
  @Allow('DesignInstrument')
  async importXlsForm(
    @CurrentActor() actor: Actor,
    @Query('dryRun') dryRun: unknown,
    @Body() file: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!Buffer.isBuffer(file))
      throw new DomainError('BAD_INPUT', 'There is no workbook.', 'body', `Send the file as ${XLSX}.`);
    const rehearsed = isDryRun(dryRun);
    answer(reply, rehearsed, await this.interchange.importXlsForm(actor, file, rehearsed));
  }

  @Post('import/questionnaire.fhir.json')
  @Allow('DesignInstrument')
  async importFhir(
    @CurrentActor() actor: Actor,
    @Query('dryRun') dryRun: unknown,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rehearsed = isDryRun(dryRun);
    answer(reply, rehearsed, await this.interchange.importFhir(actor, toResource(body), rehearsed));
  }
}

/** What was sent as `application/json` was read on the way in already. */
function toResource(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body;
  try {
    return JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new DomainError('BAD_INPUT', 'The resource is no JSON.', 'body', 'Send the Questionnaire as JSON.');
  }
}

/** 200 for a rehearsal, 201 for a draft that was made, 422 for one that was refused; the report is the same. */
function answer(reply: FastifyReply, rehearsed: boolean, report: ImportReport): void {
  const status = rehearsed ? 200 : report.stored ? 201 : 422;
  void reply.status(status).header('cache-control', 'no-store').send(report);
}

/** An import stores only when that is said outright. */
function isDryRun(value: unknown): boolean {
  if (value === undefined || value === 'true') return true;
  if (value === 'false') return false;
  throw new DomainError(
    'BAD_INPUT',
    'dryRun is true or false.',
    'dryRun',
    'Send dryRun=true to rehearse the import.',
  );
}

/** Undefined = the built-in series. */
function nameOf(key: unknown): string | undefined {
  if (key === undefined || (typeof key === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(key))) return key;
  throw new DomainError(
    'BAD_INPUT',
    'This is no name of a series.',
    'key',
    'Use a name such as iapt-liaison.',
  );
}

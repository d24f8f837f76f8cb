import { schemeRows, type SchemeFile } from '@liaison-atlas/shared/commissioning/scheme/scheme-file';
import { schemeTree } from '@liaison-atlas/shared/commissioning/scheme/scheme-tree';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { FrameService } from '../../frame/frame.service.js';
import { CSV_TYPE, csvText } from '../../platform/csv-text.js';
import { DomainError } from '../../platform/domain-error.js';
import { sendFile } from '../../platform/send-file.js';
import { reportFile } from '../../publication/report/report-files.service.js';
import type { HeldScheme } from './scheme-access.js';
import { SchemeService } from './scheme.service.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Schemes as files for their members: JSON that can be read in again, a table, a Word document. */
@Controller('manage/v1')
export class SchemeFileController {
  constructor(
    private readonly schemes: SchemeService,
    private readonly frame: FrameService,
  ) {}

  /** Everything that somebody's schemes say, with what they may do in each: their own data, to take along. */
  @Get('my-schemes.json')
  @Allow('OwnAccount')
  async mine(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const held = await this.schemes.list(actor);
    const content = JSON.stringify(
      held.map((one) => ({ ...toFile(one), level: one.level, changedAt: one.scheme.changedAt })),
      null,
      2,
    );
    sendFile(reply, { contentType: JSON_TYPE, fileName: 'my-schemes.json', content });
  }

  @Get('schemes/:id/:file')
  @Allow('OwnAccount')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const held = await this.schemes.get(actor, id);
    const { areaCode, content, version, changedAt } = held.scheme;
    const name = `scheme_${areaCode}_version-${version}`;
    if (file === 'scheme.json')
      sendFile(reply, {
        contentType: JSON_TYPE,
        fileName: `${name}.json`,
        content: JSON.stringify(toFile(held), null, 2),
      });
    else if (file === 'scheme.csv') {
      const [columns = [], ...rows] = schemeRows(content);
      sendFile(reply, {
        contentType: CSV_TYPE,
        fileName: `${name}.csv`,
        content: csvText({ columns, rows }),
      });
    } else if (file === 'scheme.docx') {
      const area = this.frame.findArea(areaCode)?.name ?? areaCode;
      const { body, contentType } = await reportFile(schemeTree(area, version, content, changedAt), 'docx');
      sendFile(reply, { contentType, fileName: `${name}.docx`, content: body });
    } else
      throw new DomainError(
        'NOT_FOUND',
        'There is no such file.',
        'file',
        'Use scheme.json, scheme.csv or scheme.docx.',
      );
  }
}

const toFile = ({ scheme }: HeldScheme): SchemeFile => ({
  schema: 'liaison-atlas/scheme/1',
  area: scheme.areaCode,
  version: scheme.version,
  fields: scheme.content,
});

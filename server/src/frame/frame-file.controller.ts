import { toFrameRows } from '@liaison-atlas/shared/frame/to-frame-rows';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { CSV_TYPE, csvText } from '../platform/csv-text.js';
import { sendFile } from '../platform/send-file.js';
import { factsOfUnit } from './frame-units.js';
import { ManageFrameService } from './manage-frame.service.js';

/** A frame as a file, drafts included: the list that an import takes, to be worked on elsewhere and brought back. */
@Controller('manage/v1')
export class FrameFileController {
  constructor(private readonly frames: ManageFrameService) {}

  @Get('frames/:frame/hospitals.csv')
  @Allow('ManageFrame')
  async hospitals(
    @CurrentActor() actor: Actor,
    @Param('frame') frameId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { frame, units, context } = await this.frames.read(actor, frameId);
    const table = toFrameRows(
      units.map((unit) => {
        const { eligibility, why } = unit;
        return { eligibility, why, facts: factsOfUnit(unit, frame.asOf, context) };
      }),
    );
    sendFile(reply, {
      contentType: CSV_TYPE,
      fileName: `frame-${frame.id}.csv`,
      content: csvText(table),
    });
  }
}

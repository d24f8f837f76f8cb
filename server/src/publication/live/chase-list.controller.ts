import { TRACK_LEVELS, type TrackLevel } from '@liaison-atlas/shared/analysis/track-round';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/domain-error.js';
import { sendPrepared } from '../prepared-answer.js';
import { TrackerService } from './tracker.service.js';

/** The silent hospitals of a round as a file, for its lead; never part of the open data. */
@Controller('manage/v1')
export class ChaseListController {
  constructor(private readonly tracker: TrackerService) {}

  @Get('rounds/:round/chase-list.csv')
  @Allow('ReadLiveRound')
  async chaseList(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query('level') level: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (level !== undefined && !isTrackLevel(level))
      throw new DomainError(
        'BAD_INPUT',
        'There is no such level.',
        'level',
        `Use one of ${TRACK_LEVELS.join(', ')}.`,
      );
    sendPrepared(request, reply, await this.tracker.chaseList(actor, round, level ?? 'region'));
  }
}

const isTrackLevel = (level: unknown): level is TrackLevel =>
  (TRACK_LEVELS as readonly unknown[]).includes(level);

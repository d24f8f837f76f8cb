import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../../access/actor.js';
import { Allow, CurrentActor } from '../../access/allow.decorator.js';
import { LiveRoundService } from './live-round.service.js';
import { sendPrepared } from '../prepared-answer.js';

/** What signed-in leads see on the map while a round runs; private, never part of the open data. */
@Controller('manage/v1')
export class LiveFeedController {
  constructor(private readonly live: LiveRoundService) {}

  @Get('rounds/:round/live.geojson')
  @Allow('ReadLiveRound')
  async feed(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPrepared(request, reply, await this.live.feed(actor, round));
  }
}

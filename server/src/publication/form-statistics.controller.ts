import type { FormFilter } from '@liaison-atlas/shared/analysis/form-tallies';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { DomainError } from '../platform/domain-error.js';
import { mayBeRepeated } from '../platform/ready-answers.js';
import { ExploreFormsService } from './explore-forms.service.js';

/** How often each answer was given over the forms of a round; for analysts, never part of the open data. */
@Controller('manage/v1')
export class FormStatisticsController {
  constructor(private readonly forms: ExploreFormsService) {}

  /** `question`, `region`, `type`, `from` and `to` (days, included) pick out; each may be left out. */
  @Get('rounds/:round/form-statistics.json')
  @Allow('ReadAnalysis')
  async statistics(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Query() query: Record<string, unknown>,
    @Req() _request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { question, ...filter } = readQuery(query);
    const body = Buffer.from(JSON.stringify(await this.forms.statistics(actor, round, filter, question)));
    void reply
      .header('cache-control', 'private, no-store')
      .header('content-type', 'application/json; charset=utf-8');
    mayBeRepeated(reply, body);
    void reply.send(body);
  }
}

const KEYS = ['question', 'region', 'type', 'from', 'to'] as const;

/** @throws DomainError BAD_INPUT for what is given twice, unknown or no day */
function readQuery(query: Record<string, unknown>): FormFilter & { readonly question?: string } {
  const known = Object.entries(query).map(([key, value]) => {
    const name = KEYS.find((one) => one === key);
    const isDay = name !== 'from' && name !== 'to' ? true : typeof value === 'string' && DAY.test(value);
    if (name === undefined || typeof value !== 'string' || !isDay)
      throw new DomainError(
        'BAD_INPUT',
        name === undefined ? 'There is no such choice.' : 'This choice cannot be read.',
        key.slice(0, 40),
        `Use ${KEYS.join(', ')}, each once; days as 2026-11-22.`,
      );
    return [name, value] as const;
  });
  return Object.fromEntries(known.filter(([, value]) => value !== ''));
}

const DAY = /^(\d{4}-\d{2}-\d{2})?$/;

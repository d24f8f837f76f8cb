import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Allow } from '../access/allow.decorator.js';
import { MetricsService } from './metrics.service.js';

/** `GET /metrics` in the text format of Prometheus, for a monitor that holds `METRICS_TOKEN` and for administrators. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Allow('ReadSystem')
  @Header('cache-control', 'no-store')
  async read(@Res() reply: FastifyReply): Promise<void> {
    const text = await this.metrics.text();
    await reply.header('content-type', this.metrics.contentType).send(text);
  }
}

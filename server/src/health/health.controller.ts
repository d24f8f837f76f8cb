import { Controller, Get, Header } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

import { Allow } from '../access/allow.decorator.js';

/** Whether this instance can serve: it is up and its database answers. */
@Controller('health')
export class HealthController {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  @Get('ready')
  @Allow('Public')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok' }> {
    await this.reader.query('SELECT 1');
    return { status: 'ok' };
  }
}

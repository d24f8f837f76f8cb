import { Controller, Get, Header, Inject } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

import { Allow } from '../access/allow.decorator.js';
import { READ_REPLICA, type ReadReplica, type ReplicaHealth } from '../database/read-replica.js';
import { DomainError } from '../platform/domain-error.js';
import { LOGGER } from '../platform/logger.js';
import { type ReleaseStoreHealth, ReleaseStoreService } from './release-store.service.js';
import { Stopping } from './stopping.js';

/** How long the database may take to answer before it counts as gone. */
const PATIENCE_MS = 2000;

/**
 * For balancers and supervisors. *Live*: the process answers at all; one that does not is to be started again. *Ready*: it can
 * serve now; one that cannot is to be sent nothing for the time being, and starting it again would not help.
 */
@Controller('health')
export class HealthController {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly stopping: Stopping,
    @Inject(READ_REPLICA) private readonly replica: ReadReplica | null,
    private readonly releaseStore: ReleaseStoreService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('live')
  @Allow('Public')
  @Header('cache-control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Allow('Public')
  @Header('cache-control', 'no-store')
  async ready(): Promise<{ status: 'ok'; replica?: ReplicaHealth; releaseStore?: ReleaseStoreHealth }> {
    if (this.stopping.begun) throw notReady('This instance is stopping.');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    try {
      await Promise.race([this.reader.query('SELECT 1'), late]);
    } catch (error) {
      this.logger.warn({ err: error }, 'not ready: the database does not answer');
      throw notReady('The database does not answer.');
    } finally {
      clearTimeout(timer);
    }
    // One that is gone or behind is told, and no reason to send this instance nothing: the primary answers, and another
    // instance has the same store of release files.
    const replica = await this.replica?.health();
    const releaseStore = await this.releaseStore.health();
    return {
      status: 'ok',
      ...(replica !== undefined && { replica }),
      ...(releaseStore !== null && { releaseStore }),
    };
  }
}

const notReady = (message: string): DomainError =>
  new DomainError('STORAGE_UNAVAILABLE', message, '', 'Ask again in a few seconds, or ask another instance.');

import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { LOGGER } from '../platform/logger.js';
import { Checkpointer } from './checkpointer.js';
import { lockDataDir } from './data-dir-lock.js';
import { dataSourceOptions, openWriter } from './data-source.js';
import { InstanceLock } from './instance-lock.js';
import { prepareTables } from './prepare-tables.js';
import { READ_REPLICA, ReadReplica } from './read-replica.js';
import { PostgresUnitOfWork } from './postgres-unit-of-work.js';
import { Saver } from './saver.js';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.js';
import { UnitOfWork } from './unit-of-work.js';

const unitOfWorkProvider = {
  provide: UnitOfWork,
  inject: [CONFIG, Clock, LOGGER],
  useFactory: async (config: Config, clock: Clock, logger: Logger): Promise<UnitOfWork> => {
    // Before the file is opened: a second process must not even migrate it.
    const release = await takePlace(config);
    try {
      const writer = await openWriter(config);
      await prepareTables(writer, config);
      if (config.databaseUrl !== '') return new PostgresUnitOfWork(writer, clock, release);
      const checkpointer = Checkpointer.of(config.dataDir);
      const relieved = async (opened: DataSource) => {
        await checkpointer?.relieve(opened);
        return opened;
      };
      const reopen = async () => relieved(await openWriter(config));
      return new SqliteUnitOfWork(await relieved(writer), reopen, clock, {
        release,
        checkpointer,
        saver: Saver.of(config.dataDir, {
          onLost: (error) =>
            logger.warn({ error }, 'the thread that saves beside the writer ended; the writer saves'),
        }),
      });
    } catch (error) {
      await release();
      throw error;
    }
  },
};

/** For this process alone on SQLite; shared with other instances, but with no restore, on PostgreSQL. */
async function takePlace({ databaseUrl, dataDir }: Config): Promise<() => void | Promise<void>> {
  if (databaseUrl === '') return lockDataDir(dataDir);
  const lock = await InstanceLock.take(databaseUrl);
  return () => lock.release();
}

const replicaProvider = {
  provide: READ_REPLICA,
  inject: [CONFIG],
  useFactory: (config: Config): ReadReplica | null => ReadReplica.of(config),
};

/** Holds the writer, which nothing but the unit of work can reach. */
@Global()
@Module({ providers: [unitOfWorkProvider, replicaProvider], exports: [UnitOfWork, READ_REPLICA] })
export class WriterModule implements OnApplicationShutdown {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(READ_REPLICA) private readonly replica: ReadReplica | null,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.replica?.close();
    await this.unitOfWork.close();
  }
}

/**
 * Nest's default DataSource cannot write (a stray `save` fails loudly) and sees committed rows only. It opens after
 * the writer has migrated.
 */
@Module({
  imports: [
    WriterModule,
    TypeOrmModule.forRootAsync({
      imports: [WriterModule],
      inject: [CONFIG, UnitOfWork, READ_REPLICA],
      useFactory: (config: Config, _writer: UnitOfWork, replica: ReadReplica | null) => ({
        ...dataSourceOptions(config, 'read', replica),
        retryAttempts: 0,
      }),
    }),
  ],
})
export class DatabaseModule {}

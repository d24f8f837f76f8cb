import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { BackupModule } from '../backup/backup.module.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { AuditCheckService } from './audit-check.service.js';
import { ChainCheck } from './chain-check.js';
import { FileModes } from './file-modes.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { MetricsService } from './metrics.service.js';
import { ReleaseStoreService } from './release-store.service.js';
import { Stopping } from './stopping.js';
import { SystemResolver } from './system.resolver.js';
import { SystemStateService } from './system-state.service.js';

/** What the product says of itself to those who run it. */
@Module({
  imports: [BackupModule, TypeOrmModule.forFeature([AuditEvent])],
  controllers: [HealthController, MetricsController],
  providers: [
    Metrics,
    MetricsService,
    SystemStateService,
    ReleaseStoreService,
    SystemResolver,
    AuditCheckService,
    ChainCheck,
    FileModes,
    Stopping,
  ],
})
export class HealthModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { BackupRun } from './backup-run.entity.js';
import { BackupSchedule } from './backup-schedule.js';
import { LastBackupService } from './last-backup.service.js';

/** Backups that are made by themselves, and what is known of the last one. */
@Module({
  imports: [TypeOrmModule.forFeature([BackupRun])],
  providers: [BackupSchedule, LastBackupService],
  exports: [LastBackupService],
})
export class BackupModule {}

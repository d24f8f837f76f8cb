import { Global, Module } from '@nestjs/common';

import { SharedTime } from '../shared-time.js';
import { HourlyCounts } from './hourly-counts.js';
import { LimitKeys } from './limit-keys.js';
import { LimitSweeper } from './limit-sweeper.js';

/** Limits that are counted in the database, and the time that all instances on it have in common. */
@Global()
@Module({
  providers: [SharedTime, HourlyCounts, LimitKeys, LimitSweeper],
  exports: [SharedTime, HourlyCounts, LimitKeys],
})
export class LimitsModule {}

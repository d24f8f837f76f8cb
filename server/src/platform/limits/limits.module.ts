import { Global, Module } from '@nestjs/common';

import { HourlyCounts } from './hourly-counts.js';
import { LimitKeys } from './limit-keys.js';
import { LimitSweeper } from './limit-sweeper.js';

/** Limits that are counted in the database. */
@Global()
@Module({ providers: [HourlyCounts, LimitKeys, LimitSweeper], exports: [HourlyCounts, LimitKeys] })
export class LimitsModule {}

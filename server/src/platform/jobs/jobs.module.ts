import { Global, Module } from '@nestjs/common';

import { JobLeases } from './job-leases.js';

/** What the product does by itself, once however many instances there are. */
@Global()
@Module({ providers: [JobLeases], exports: [JobLeases] })
export class JobsModule {}

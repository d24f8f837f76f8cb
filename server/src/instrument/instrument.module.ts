import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { InstrumentVersion } from './instrument-version.entity.js';
import { InstrumentResolver } from './instrument.resolver.js';
import { InstrumentService } from './instrument.service.js';

/** Questionnaires as data. */
@Module({
  imports: [TypeOrmModule.forFeature([InstrumentVersion])],
  providers: [InstrumentService, InstrumentResolver],
  exports: [InstrumentService],
})
export class InstrumentModule {}

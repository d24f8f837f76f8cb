import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { DatasetService } from './dataset.service.js';

/** The automatic rules over a round's forms. */
@Module({
  imports: [FrameModule, InstrumentModule, TypeOrmModule.forFeature([Response, ResponseRevision])],
  providers: [DatasetService],
  exports: [DatasetService],
})
export class CleaningModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { InstrumentDraft } from './instrument-draft.entity.js';
import { InstrumentDraftResolver } from './instrument-draft.resolver.js';
import { InstrumentDraftService } from './instrument-draft.service.js';
import { InstrumentVersion } from './instrument-version.entity.js';
import { InstrumentResolver } from './instrument.resolver.js';
import { InstrumentService } from './instrument.service.js';
import { InterchangeController } from './interchange/interchange.controller.js';
import { InterchangeService } from './interchange/interchange.service.js';
import { PublishInstrumentService } from './publish-instrument.service.js';

/** Questionnaires as data: frozen versions, drafts, the way from one to the other, and files of others. */
@Module({
  imports: [TypeOrmModule.forFeature([InstrumentVersion, InstrumentDraft])],
  controllers: [InterchangeController],
  providers: [
    InstrumentService,
    InstrumentDraftService,
    PublishInstrumentService,
    InterchangeService,
    InstrumentResolver,
    InstrumentDraftResolver,
  ],
  exports: [InstrumentService, InstrumentDraftService],
})
export class InstrumentModule {}

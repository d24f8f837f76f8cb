import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { InstrumentDraft } from './instrument-draft.entity.js';
import { InstrumentDraftResolver } from './instrument-draft.resolver.js';
import { InstrumentDraftService } from './instrument-draft.service.js';
import { InstrumentVersion } from './instrument-version.entity.js';
import { InstrumentResolver } from './instrument.resolver.js';
import { InstrumentService } from './instrument.service.js';
import { PublishInstrumentService } from './publish-instrument.service.js';

/** Questionnaires as data: frozen versions, drafts, and the way from one to the other. */
@Module({
  imports: [TypeOrmModule.forFeature([InstrumentVersion, InstrumentDraft])],
  providers: [
    InstrumentService,
    InstrumentDraftService,
    PublishInstrumentService,
    InstrumentResolver,
    InstrumentDraftResolver,
  ],
  exports: [InstrumentService, InstrumentDraftService],
})
export class InstrumentModule {}

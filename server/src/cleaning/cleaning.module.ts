import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AccessModule } from '../access/access.module.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { FrameModule } from '../frame/frame.module.js';
import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { CleaningDecision } from './cleaning-decision.entity.js';
import { CleaningPictures } from './cleaning-picture.service.js';
import { CleaningRetention } from './cleaning-retention.service.js';
import { CleaningResolver } from './cleaning.resolver.js';
import { CleaningService } from './cleaning.service.js';
import { CleaningSettingsService } from './cleaning-settings.service.js';
import { CountedForms } from './counted-forms.service.js';
import { DatasetService } from './dataset.service.js';
import { DecideService } from './decide.service.js';
import { Freeze } from './freeze.entity.js';
import { FreezeResolver } from './freeze.resolver.js';
import { FreezeService } from './freeze.service.js';
import { LastTimeService } from './last-time.service.js';
import { RoundCleaning } from './round-cleaning.entity.js';
import { RoundForms } from './round-forms.service.js';
import { SiteAnswerService } from './site-answer.service.js';
import { SiteObjection } from './site-objection.entity.js';
import { SiteObjectionService } from './site-objection.service.js';
import { SiteQuery } from './site-query.entity.js';
import { SiteQueryResolver } from './site-query.resolver.js';
import { SiteQueryService } from './site-query.service.js';

/** From what teams sent to what counts: the rules, and what people decide. */
@Module({
  imports: [
    AccessModule,
    FrameModule,
    InstrumentModule,
    FieldworkModule,
    OutboxModule,
    TypeOrmModule.forFeature([
      CleaningDecision,
      RoundCleaning,
      Freeze,
      SiteQuery,
      SiteObjection,
      PersonContact,
    ]),
  ],
  providers: [
    RoundForms,
    DatasetService,
    CountedForms,
    LastTimeService,
    CleaningPictures,
    CleaningService,
    CleaningSettingsService,
    DecideService,
    CleaningResolver,
    FreezeService,
    FreezeResolver,
    SiteQueryService,
    SiteAnswerService,
    SiteQueryResolver,
    SiteObjectionService,
    CleaningRetention,
  ],
  exports: [
    DatasetService,
    CountedForms,
    LastTimeService,
    FreezeService,
    SiteAnswerService,
    SiteObjectionService,
  ],
})
export class CleaningModule {}

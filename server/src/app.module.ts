import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';

import { AccessModule } from './access/access.module.js';
import { AnalysisModule } from './analysis/analysis.module.js';
import { BackupModule } from './backup/backup.module.js';
import { CleaningModule } from './cleaning/cleaning.module.js';
import { HistoryModule } from './cleaning/history/history.module.js';
import { CommissioningModule } from './commissioning/commissioning.module.js';
import { CodingModule } from './coding/coding.module.js';
import { DatabaseModule } from './database/database.module.js';
import { FieldworkModule } from './fieldwork/fieldwork.module.js';
import { ScopePlacesModule } from './fieldwork/scope-places.module.js';
import { FrameModule } from './frame/frame.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './health/health.module.js';
import { InstrumentModule } from './instrument/instrument.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { PagesModule } from './pages/pages.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { LimitsModule } from './platform/limits/limits.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { FinalReleasesModule } from './publication/final-releases.module.js';
import { OpenStandardsModule } from './publication/open-standards.module.js';
import { NamingRefusalsModule } from './publication/release-desk/naming-refusals.module.js';
import { PublicationModule } from './publication/publication.module.js';
import { SchemeModule } from './commissioning/schemes/scheme.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { SeedModule } from './seed/seed.module.js';

/** Puts the modules together; the order is the order in which data flows. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, logger, clock),
        DatabaseModule,
        LimitsModule,
        JobsModule,
        GraphqlModule,
        AccessModule,
        FrameModule,
        InstrumentModule,
        FieldworkModule,
        ScopePlacesModule,
        FinalReleasesModule,
        NamingRefusalsModule,
        CleaningModule,
        HistoryModule,
        AnalysisModule,
        CodingModule,
        PublicationModule,
        OpenStandardsModule,
        CommissioningModule,
        SchemeModule,
        PrivacyModule,
        PagesModule,
        SeedModule,
        BackupModule,
        HealthModule,
      ],
    };
  }
}

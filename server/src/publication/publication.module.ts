import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AnalysisModule } from '../analysis/analysis.module.js';
import { CleaningModule } from '../cleaning/cleaning.module.js';
import { CodingModule } from '../coding/coding.module.js';
import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { ChaseListController } from './live/chase-list.controller.js';
import { CodeTallyResolver } from './code-tally.resolver.js';
import { CodeTallyService } from './code-tally.service.js';
import { CodingFilesController } from './coding-files.controller.js';
import { DemoAnswerResolver } from './demo-answer.resolver.js';
import { ExploreResolver } from './explore.resolver.js';
import { ExploreService } from './explore.service.js';
import { ExploreFormsService } from './explore-forms.service.js';
import { FormStatisticsController } from './form-statistics.controller.js';
import { ExportsModule } from './exports/exports.module.js';
import { LiveAnswers } from './live/live-answers.js';
import { LiveFeedController } from './live/live-feed.controller.js';
import { LiveRoundResolver } from './live/live-round.resolver.js';
import { LiveRoundService } from './live/live-round.service.js';
import { LiveRounds } from './live/live-rounds.js';
import { OpenDataController } from './open-data.controller.js';
import { OpenDataService } from './open-data.service.js';
import { MapRoundsResolver } from './map-rounds.resolver.js';
import { MapRoundsService } from './map-rounds.service.js';
import { Release } from './release.entity.js';
import { ReleaseFileRow } from './release-files/release-file.entity.js';
import { RELEASE_FILE_STORE } from './release-files/release-files.providers.js';
import { RELEASE_DESK } from './release-desk/release-desk.providers.js';
import { ReleaseMarkRow } from './release-desk/release-mark.entity.js';
import { ReplyPageService } from './release-desk/reply-page.service.js';
import { ReleaseBasisResolver } from './release-basis.resolver.js';
import { ReleaseBasisService } from './release-basis.service.js';
import { ReleaseChangeResolver } from './release-change.resolver.js';
import { ReleaseChangeService } from './release-change.service.js';
import { ReleaseService } from './release.service.js';
import { ReleaseStore } from './release-store.service.js';
import { HospitalResultsResolver, RoundResolver, TrustRoundsResolver } from './round.resolver.js';
import { RoundView } from './round-view.js';
import { ReportController, ReportPreviewController } from './report/report.controller.js';
import { ReportFilesService } from './report/report-files.service.js';
import { ReportQuotationsService } from './report/report-quotations.service.js';
import { ReportResolver } from './report/report.resolver.js';
import { ReportService } from './report/report.service.js';
import { ReportSourceService } from './report/report-source.service.js';
import { TrackerResolver } from './live/tracker.resolver.js';
import { TrackerService } from './live/tracker.service.js';

/** Releases, and everything the public may see of them. */
@Module({
  imports: [
    FrameModule,
    InstrumentModule,
    FieldworkModule,
    CleaningModule,
    AnalysisModule,
    CodingModule,
    ExportsModule,
    OutboxModule,
    TypeOrmModule.forFeature([Release, ReleaseMarkRow, ReleaseFileRow]),
  ],
  controllers: [
    OpenDataController,
    LiveFeedController,
    ChaseListController,
    CodingFilesController,
    FormStatisticsController,
    ReportController,
    ReportPreviewController,
  ],
  providers: [
    ReleaseStore,
    ReleaseBasisService,
    ReleaseBasisResolver,
    ReleaseChangeService,
    ReleaseChangeResolver,
    ReleaseService,
    ...RELEASE_DESK,
    ...RELEASE_FILE_STORE,
    RoundView,
    MapRoundsService,
    MapRoundsResolver,
    OpenDataService,
    LiveRounds,
    LiveAnswers,
    LiveRoundService,
    RoundResolver,
    HospitalResultsResolver,
    TrustRoundsResolver,
    LiveRoundResolver,
    TrackerService,
    TrackerResolver,
    CodeTallyService,
    CodeTallyResolver,
    DemoAnswerResolver,
    ExploreService,
    ExploreFormsService,
    ExploreResolver,
    ReportSourceService,
    ReportQuotationsService,
    ReportService,
    ReportFilesService,
    ReportResolver,
  ],
  exports: [ReleaseService, ReleaseStore, RoundView, LiveRoundService, ReplyPageService],
})
export class PublicationModule {}

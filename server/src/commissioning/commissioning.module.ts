import { Module } from '@nestjs/common';

import { FrameModule } from '../frame/frame.module.js';
import { OpenStandardsModule } from '../publication/open-standards.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { BriefingController } from './briefing.controller.js';
import { BusinessCaseController } from './business-case.controller.js';
import { BriefingService } from './briefing.service.js';
import { CaseStudyCollection } from './case-study-collection.js';
import { CommissioningDataController } from './commissioning-data.controller.js';
import { CommissioningDataService } from './commissioning-data.service.js';

/** What commissioners are told: made from releases, the frame and the library, without a table of its own. */
@Module({
  imports: [FrameModule, PublicationModule, OpenStandardsModule],
  controllers: [CommissioningDataController, BriefingController, BusinessCaseController],
  providers: [CommissioningDataService, CaseStudyCollection, BriefingService],
})
export class CommissioningModule {}

import { Module } from '@nestjs/common';

import { FrameModule } from '../frame/frame.module.js';
import { OpenStandardsModule } from '../publication/open-standards.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { AreaProfileResolver } from './area-profile.resolver.js';
import { AreaProfileService } from './area-profile.service.js';
import { BriefingController } from './briefing.controller.js';
import { BusinessCaseController } from './business-case.controller.js';
import { BriefingService } from './briefing.service.js';
import { CaseStudyCollection } from './case-study-collection.js';
import { CommissioningDataController } from './commissioning-data.controller.js';
import { CommissioningDataService } from './commissioning-data.service.js';
import { RegisterModule } from './register/register.module.js';
import { CompareService } from './compare.service.js';
import { PathwayResolver } from './pathway.resolver.js';
import { PathwayMatrixService } from './pathway.service.js';
import { ProfileAreasModule } from './profile-areas.module.js';

/** What commissioners are told: made from releases, the frame, the library and the service register. */
@Module({
  imports: [FrameModule, PublicationModule, OpenStandardsModule, ProfileAreasModule, RegisterModule],
  controllers: [CommissioningDataController, BriefingController, BusinessCaseController],
  providers: [
    CommissioningDataService,
    CaseStudyCollection,
    AreaProfileService,
    CompareService,
    AreaProfileResolver,
    PathwayMatrixService,
    PathwayResolver,
    BriefingService,
  ],
  exports: [ProfileAreasModule, AreaProfileService],
})
export class CommissioningModule {}

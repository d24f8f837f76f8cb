import { Module } from '@nestjs/common';

import { FrameModule } from '../frame/frame.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { CommissioningDataController } from './commissioning-data.controller.js';
import { CommissioningDataService } from './commissioning-data.service.js';

/** What commissioners are told: made from releases, the frame and the library, without a table of its own. */
@Module({
  imports: [FrameModule, PublicationModule],
  controllers: [CommissioningDataController],
  providers: [CommissioningDataService],
})
export class CommissioningModule {}

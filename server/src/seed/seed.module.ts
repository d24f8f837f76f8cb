import { Module } from '@nestjs/common';

import { FieldworkModule } from '../fieldwork/fieldwork.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { PracticeResolver } from './practice.resolver.js';
import { PracticeService } from './practice.service.js';
import { SeedService } from './seed.service.js';

/** The edge that fills a new database; nothing imports it. */
@Module({
  imports: [FrameModule, FieldworkModule, PublicationModule],
  providers: [SeedService, PracticeService, PracticeResolver],
})
export class SeedModule {}

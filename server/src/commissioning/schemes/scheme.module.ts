import { Module } from '@nestjs/common';

import { FrameModule } from '../../frame/frame.module.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { SchemeFileController } from './scheme-file.controller.js';
import { SchemeMembersService } from './scheme-members.service.js';
import { SchemeRetention } from './scheme-retention.js';
import { SchemeResolver } from './scheme.resolver.js';
import { SchemeService } from './scheme.service.js';

/** Private plans of commissioners. Nothing of the survey reads from here. */
@Module({
  imports: [FrameModule, PublicationModule],
  controllers: [SchemeFileController],
  providers: [SchemeService, SchemeMembersService, SchemeResolver, SchemeRetention],
})
export class SchemeModule {}

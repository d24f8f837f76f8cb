import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { AnsweringResolver } from './answering.resolver.js';
import { AnsweringService } from './answering.service.js';
import { DemoLinkService } from './demo-link.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitedHospitals } from './invited-hospitals.service.js';
import { LinkService } from './link.service.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';

/** Rounds, links and answers. */
@Module({
  imports: [
    FrameModule,
    InstrumentModule,
    TypeOrmModule.forFeature([Round, Invitation, Response, ResponseRevision]),
  ],
  providers: [
    RoundService,
    LinkService,
    InvitedHospitals,
    AnsweringService,
    AnsweringResolver,
    DemoLinkService,
  ],
  exports: [RoundService, InvitedHospitals, AnsweringService, DemoLinkService],
})
export class FieldworkModule {}

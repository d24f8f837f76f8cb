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
import { PlanReferences } from './plan/plan-references.service.js';
import { RoundPlanResolver } from './plan/round-plan.resolver.js';
import { RoundPlanService } from './plan/round-plan.service.js';
import { RoundStepService } from './plan/round-step.service.js';
import { RoundStepTimer } from './plan/round-step-timer.js';
import { RetentionService } from './retention.service.js';
import { RetentionTimer } from './retention-timer.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';
import { WithdrawalResolver } from './withdrawal.resolver.js';
import { WithdrawalService } from './withdrawal.service.js';

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
    WithdrawalService,
    WithdrawalResolver,
    RetentionService,
    RetentionTimer,
    PlanReferences,
    RoundPlanService,
    RoundStepService,
    RoundStepTimer,
    RoundPlanResolver,
  ],
  exports: [RoundService, InvitedHospitals, AnsweringService, DemoLinkService, WithdrawalService],
})
export class FieldworkModule {}

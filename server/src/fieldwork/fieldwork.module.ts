import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AccessModule } from '../access/access.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { AnsweringResolver } from './answering.resolver.js';
import { AnsweringService } from './answering.service.js';
import { DemoLinkService } from './demo-link.service.js';
import { DraftService } from './draft.service.js';
import { FurtherLink } from './further-link.entity.js';
import { FurtherLinkService } from './further-link.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitedHospitals } from './invited-hospitals.service.js';
import { LinkService } from './link.service.js';
import { PlanReferences } from './plan/plan-references.service.js';
import { RoundPlanResolver } from './plan/round-plan.resolver.js';
import { RoundPlanService } from './plan/round-plan.service.js';
import { RoundStepService } from './plan/round-step.service.js';
import { RoundStepTimer } from './plan/round-step-timer.js';
import { OpenFormService } from './open-form.service.js';
import { OpenLink } from './open-link.entity.js';
import { OpenLinkForm } from './open-link-form.entity.js';
import { OpenLinkLimit } from './open-link-limit.js';
import { OpenLinkResolver } from './open-link.resolver.js';
import { OpenLinkService } from './open-link.service.js';
import { RecordedAnswer } from './recorded-answer.entity.js';
import { RecordedAnswerResolver } from './recorded-answer.resolver.js';
import { RecordedAnswerService } from './recorded-answer.service.js';
import { RetentionService } from './retention.service.js';
import { RetentionTimer } from './retention-timer.js';
import { Response } from './response.entity.js';
import { ResponseModes } from './response-modes.service.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';
import { WithdrawalResolver } from './withdrawal.resolver.js';
import { WithdrawalService } from './withdrawal.service.js';

/** Rounds, links and answers. */
@Module({
  imports: [
    AccessModule,
    OutboxModule,
    FrameModule,
    InstrumentModule,
    TypeOrmModule.forFeature([
      Round,
      Invitation,
      Response,
      ResponseRevision,
      FurtherLink,
      OpenLink,
      OpenLinkForm,
      RecordedAnswer,
      OutboxMessage,
    ]),
  ],
  providers: [
    RoundService,
    LinkService,
    InvitedHospitals,
    AnsweringService,
    DraftService,
    AnsweringResolver,
    DemoLinkService,
    FurtherLinkService,
    ResponseModes,
    OpenLinkLimit,
    OpenFormService,
    OpenLinkService,
    OpenLinkResolver,
    RecordedAnswerService,
    RecordedAnswerResolver,
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
  exports: [
    RoundService,
    ResponseModes,
    InvitedHospitals,
    AnsweringService,
    DraftService,
    DemoLinkService,
    FurtherLinkService,
    OpenLinkLimit,
    OpenFormService,
    OpenLinkService,
    OpenLinkResolver,
    WithdrawalService,
  ],
})
export class FieldworkModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AccessModule } from '../access/access.module.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { FrameModule } from '../frame/frame.module.js';
import { InstrumentModule } from '../instrument/instrument.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AnsweringResolver } from './answering.resolver.js';
import { AnsweringService } from './answering.service.js';
import { ContactBookService } from './contacts/contact-book.service.js';
import { ContactImportService } from './contacts/contact-import.service.js';
import { ContactRetentionService } from './contacts/contact-retention.service.js';
import { ContactService } from './contacts/contact.service.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ContactsResolver } from './contacts/contacts.resolver.js';
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
import { OpenLinkResolver } from './open-link.resolver.js';
import { OpenLinkService } from './open-link.service.js';
import { RecordedAnswer } from './recorded-answer.entity.js';
import { RecordedAnswerResolver } from './recorded-answer.resolver.js';
import { RecordedAnswerService } from './recorded-answer.service.js';
import { InvitationMailService } from './mailing/invitation-mail.service.js';
import { MailedLinkService } from './mailing/mailed-link.service.js';
import { MailingControlService } from './mailing/mailing-control.service.js';
import { MailingResolver } from './mailing/mailing.resolver.js';
import { MailingService } from './mailing/mailing.service.js';
import { ThanksService } from './mailing/thanks.service.js';
import { RetentionService } from './retention.service.js';
import { RetentionTimer } from './retention-timer.js';
import { Response } from './response.entity.js';
import { ResponseModes } from './response-modes.service.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';
import { WithdrawalResolver } from './withdrawal.resolver.js';
import { WithdrawalService } from './withdrawal.service.js';

/** Rounds, links and answers; contacts and the mail to them. */
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
  controllers: [ContactsController],
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
    ContactBookService,
    ContactService,
    ContactImportService,
    ContactRetentionService,
    ContactsResolver,
    InvitationMailService,
    MailedLinkService,
    MailingService,
    MailingControlService,
    MailingResolver,
    ThanksService,
  ],
  exports: [
    RoundService,
    ResponseModes,
    InvitedHospitals,
    AnsweringService,
    DraftService,
    DemoLinkService,
    FurtherLinkService,
    OpenFormService,
    OpenLinkService,
    OpenLinkResolver,
    WithdrawalService,
    MailedLinkService,
  ],
})
export class FieldworkModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

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
import { Invitation } from './invitation.entity.js';
import { InvitedHospitals } from './invited-hospitals.service.js';
import { LinkService } from './link.service.js';
import { InvitationMailService } from './mailing/invitation-mail.service.js';
import { MailedLinkService } from './mailing/mailed-link.service.js';
import { MailingControlService } from './mailing/mailing-control.service.js';
import { MailingResolver } from './mailing/mailing.resolver.js';
import { MailingService } from './mailing/mailing.service.js';
import { ThanksService } from './mailing/thanks.service.js';
import { RetentionService } from './retention.service.js';
import { RetentionTimer } from './retention-timer.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { Round } from './round.entity.js';
import { RoundService } from './round.service.js';
import { WithdrawalResolver } from './withdrawal.resolver.js';
import { WithdrawalService } from './withdrawal.service.js';

/** Rounds, links and answers; contacts and the mail to them. */
@Module({
  imports: [
    FrameModule,
    InstrumentModule,
    OutboxModule,
    TypeOrmModule.forFeature([Round, Invitation, Response, ResponseRevision]),
  ],
  controllers: [ContactsController],
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
    InvitedHospitals,
    AnsweringService,
    DemoLinkService,
    WithdrawalService,
    MailedLinkService,
  ],
})
export class FieldworkModule {}

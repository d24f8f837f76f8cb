import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CONFIG } from '../platform/config.js';
import { AccessGuard } from './access.guard.js';
import { MailTransport, transportOf } from './outbox/mail-transport.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { OutboxWorker } from './outbox/outbox-worker.js';
import { OutboxResolver } from './outbox/outbox.resolver.js';
import { OutboxService } from './outbox/outbox.service.js';
import { FirstAdministratorService } from './people/first-administrator.service.js';
import { PeopleResolver } from './people/people.resolver.js';
import { PeopleService } from './people/people.service.js';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { ViewerResolver } from './viewer.resolver.js';

/** Who may do what: people and their grants, sign-in, sessions, mail to them, the guard that every operation passes. */
@Module({
  imports: [TypeOrmModule.forFeature([Session, OutboxMessage])],
  providers: [
    SessionService,
    ViewerResolver,
    SignInService,
    SignInResolver,
    PeopleService,
    PeopleResolver,
    FirstAdministratorService,
    OutboxService,
    OutboxResolver,
    OutboxWorker,
    { provide: MailTransport, inject: [CONFIG], useFactory: transportOf },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionService, OutboxService],
})
export class AccessModule {}

import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { AccessGuard } from './access.guard.js';
import { OutboxResolver } from './mail/outbox.resolver.js';
import { ReadMailService } from './mail/read-mail.service.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcService } from './oidc/oidc.service.js';
import { FirstAdministratorService } from './people/first-administrator.service.js';
import { PeopleResolver } from './people/people.resolver.js';
import { PeopleService } from './people/people.service.js';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { ViewerResolver } from './viewer.resolver.js';

/** Who may do what: people and their grants, sign-in, sessions, mail on screen, the guard that every operation passes. */
@Module({
  imports: [OutboxModule, TypeOrmModule.forFeature([Session, OutboxMessage])],
  controllers: [OidcController],
  providers: [
    SessionService,
    OidcService,
    ViewerResolver,
    SignInService,
    SignInResolver,
    PeopleService,
    PeopleResolver,
    FirstAdministratorService,
    ReadMailService,
    OutboxResolver,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionService],
})
export class AccessModule {}
